// Cursors of lists: a few numbers with dots between them, made opaque by the API.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "guong/base/error.h"

namespace guong::entries {

template <std::size_t N>
std::string write_cursor(const std::array<std::int64_t, N>& numbers) {
  std::string out;
  for (const auto number : numbers) out += (out.empty() ? "" : ".") + std::to_string(number);
  return out;
}

/// All zero for the first page.
template <std::size_t N>
std::array<std::int64_t, N> read_cursor(std::string_view text) {
  std::array<std::int64_t, N> numbers{};
  if (text.empty()) return numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < N; ++i) {
    if (i > 0 && (at == end || *at++ != '.')) throw Error(ErrorKind::malformed, "api.cursor_wrong");
    const auto [stopped, error] = std::from_chars(at, end, numbers[i]);
    if (error != std::errc{}) throw Error(ErrorKind::malformed, "api.cursor_wrong");
    at = stopped;
  }
  if (at != end) throw Error(ErrorKind::malformed, "api.cursor_wrong");
  return numbers;
}

}  // namespace guong::entries
