// Small file operations that several parts of this module need.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace guong::works {

std::string read_head(const std::filesystem::path& file, std::size_t most);
std::string read_whole(const std::filesystem::path& file);
/// Replaces the file; false when that fails.
bool write_whole(const std::filesystem::path& file, std::string_view bytes);

}  // namespace guong::works
