// The name of a file that is needed for a while.
#pragma once

#include <filesystem>
#include <system_error>
#include <utility>

namespace guong {

/// Removes the file when the work is over, whatever happened, unless it was moved away or never made.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~TemporaryFile() {
    std::error_code gone_already;
    std::filesystem::remove(path_, gone_already);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace guong
