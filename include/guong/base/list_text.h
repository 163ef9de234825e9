// Lists inside one text: "a, b, c". Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guong {

/// The items one after the other with `between` between two.
std::string join(const std::vector<std::string>& items, std::string_view between);
/// The pieces between single `separator`s, empty ones too; no piece of an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace guong
