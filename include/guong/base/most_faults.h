// How many faults are told at once: whoever has mended them is told the next. What a request holds may be wrong
// in a hundred thousand places, and each told costs more than it cost to send.
#pragma once

#include <cstddef>

namespace guong {

inline constexpr std::size_t kMostFaults = 50;

}  // namespace guong
