// Files carried inside the binary: migrations, schemas, messages, built web pages. Paths are those of the
// source tree ("schema/migrations/0001_spine.sql").
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace guong {

std::optional<std::string_view> embedded(std::string_view path);
/// All paths that begin with `prefix`, sorted.
std::vector<std::string_view> embedded_paths(std::string_view prefix);

}  // namespace guong
