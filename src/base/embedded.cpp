// Looks files up in the generated table; the only code that knows how it is laid out.
#include "guong/base/embedded.h"

#include <algorithm>

#include "base/embedded_files.h"

namespace guong {

std::optional<std::string_view> embedded(std::string_view path) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (path == file.path)
      return std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin));
  }
  return std::nullopt;
}

std::vector<std::string_view> embedded_paths(std::string_view prefix) {
  std::vector<std::string_view> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (std::string_view(file.path).starts_with(prefix)) out.emplace_back(file.path);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace guong
