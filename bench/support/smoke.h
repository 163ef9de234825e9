// GUONG_BENCH_SMOKE=1: each measurement on little data and for a second at most, which tells whether it still runs, not how fast.
#pragma once

#include <cstdlib>

namespace guong::bench {

inline bool smoke() { return std::getenv("GUONG_BENCH_SMOKE") != nullptr; }

template <class T>
T sized(T full, T little) {
  return smoke() ? little : full;
}

}  // namespace guong::bench
