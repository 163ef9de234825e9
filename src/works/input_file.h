// A file as a child process gets it: open, as its standard input, so that it needs neither a path nor the
// right to look into the folder where the file lies.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "guong/base/byte_source.h"

namespace guong::works {

class InputFile {
 public:
  /// Bytes that are in no open file are copied into one without a name in the folder `scratch`. Throws
  /// Error{unavailable} when they cannot be read or copied. `source` must outlive this.
  InputFile(const ByteSource& source, const std::filesystem::path& scratch);

  /// What run_limited takes.
  int descriptor() const { return descriptor_; }
  std::int64_t size() const { return size_; }
  /// What the child calls it, whenever it opens the file by name: each time anew and at its beginning.
  static std::string name() { return "/proc/self/fd/0"; }

 private:
  std::shared_ptr<const ByteSource> copy_;
  int descriptor_ = -1;
  std::int64_t size_ = 0;
};

}  // namespace guong::works
