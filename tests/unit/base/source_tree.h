// The project's own source, for tests that hold it against its rules.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace guong {

/// Lowest first: a module includes only those before it, and itself.
constexpr std::array<std::string_view, 20> kModules = {
    "base",     "scoring", "ledger",  "rules",   "standings",  "works", "documents",
    "pictures", "store",   "http",    "api",     "uploads",    "units", "accounts",
    "contests", "entries", "judging", "results", "publishing", "app"};

struct SourceFile {
  std::string path;  // from the source root, "src/base/text.cpp"
  std::vector<std::string> lines;
};

inline SourceFile read_source(const std::filesystem::path& path) {
  SourceFile file{std::filesystem::relative(path, GUONG_SOURCE_DIR).generic_string(), {}};
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) file.lines.push_back(line);
  return file;
}

/// All .h and .cpp files of folders of the source tree.
inline std::vector<SourceFile> source_files(const std::vector<std::string>& folders) {
  std::vector<SourceFile> files;
  for (const auto& folder : folders) {
    for (const auto& item :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(GUONG_SOURCE_DIR) / folder)) {
      const auto extension = item.path().extension();
      if (extension == ".h" || extension == ".cpp") files.push_back(read_source(item.path()));
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace guong
