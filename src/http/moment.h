// The clock of time limits: it never jumps, so that setting the machine's clock neither ends every connection
// nor lets one stay for ever. What a request is dated with comes from ServerOptions::clock.
#pragma once

#include <chrono>

#include "guong/base/time.h"

namespace guong::http {

using Moment = std::chrono::steady_clock::time_point;

inline Moment moment_now() { return std::chrono::steady_clock::now(); }

inline std::chrono::microseconds microseconds_of(Duration duration) {
  return std::chrono::microseconds(duration.micros);
}

/// Whether more than `limit` lies between the two.
inline bool is_over(Moment since, Duration limit, Moment now) { return now - since > microseconds_of(limit); }

}  // namespace guong::http
