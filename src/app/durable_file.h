// Writing files so that they are either whole on disk or not there.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string_view>

namespace guong::app {

/// A file being written: removed again unless done() was reached. Throws Error{unavailable,
/// "app.cannot_write"}.
class DurableFile {
 public:
  /// Refuses to replace a file.
  DurableFile(std::filesystem::path path, mode_t mode);
  ~DurableFile();
  DurableFile(const DurableFile&) = delete;
  void write(std::string_view bytes);
  /// Flushes file and folder to the disk.
  void done();

 private:
  [[noreturn]] void fail() const;
  std::filesystem::path path_;
  int fd_ = -1;
  bool done_ = false;
};

void write_durably(const std::filesystem::path& path, std::string_view bytes, mode_t mode);

}  // namespace guong::app
