// Writing files so that they are either whole on disk or not there.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string_view>

namespace guong::app {

/// What to do with a file that is there already.
enum class IfThere {
  refuse,
  take_over,  // what a killed program left: emptied, unless its writer still lives
};

/// A file being written: removed again unless done() or done_as() was reached. Throws Error{unavailable,
/// "app.cannot_write"}, Error{conflict, "app.being_written"}.
class DurableFile {
 public:
  DurableFile(std::filesystem::path path, mode_t mode, IfThere if_there = IfThere::refuse);
  ~DurableFile();
  DurableFile(const DurableFile&) = delete;
  void write(std::string_view bytes);
  /// Flushes file and folder to the disk.
  void done();
  /// The same, under another name in the same folder. The bytes are on the disk before the name is.
  void done_as(const std::filesystem::path& name);

 private:
  void take_over(mode_t mode);
  void flush() const;
  void flush_folder() const;
  [[noreturn]] void fail() const;
  std::filesystem::path path_;
  int fd_ = -1;
  bool done_ = false;
};

void write_durably(const std::filesystem::path& path, std::string_view bytes, mode_t mode);

}  // namespace guong::app
