// Numbers that look random and are always the same for the same text: a picture never changes.
#pragma once

#include <cstdint>
#include <string_view>

namespace guong::pictures {

class SeededRandom {
 public:
  explicit SeededRandom(std::string_view text);
  /// The next number, at least 0 and below 1. Each call moves on: where the order of calls matters (it does
  /// everywhere), each stands in a statement of its own or between braces, which C++ reads from left to
  /// right.
  double operator()();
  /// The next number between two.
  double between(double low, double high) { return low + (*this)() * (high - low); }

 private:
  std::uint32_t state_ = 2166136261U;
};

}  // namespace guong::pictures
