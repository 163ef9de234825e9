// POSIX tar (ustar), as much of it as a backup needs: regular files with short names, any size. Bytes: for
// each file a header of 512 bytes (name, mode, size, checksum...), the file, zeros up to a multiple of 512;
// two zero blocks at the end. Sizes of 8 GiB and more stand in base 256, as GNU tar and libarchive write
// them.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "app/durable_file.h"

namespace guong::app {

class TarWriter {
 public:
  explicit TarWriter(DurableFile& out) : out_(out) {}
  void begin(std::string_view name, std::uint64_t size);
  void write(std::string_view bytes);
  void end();     // of one file
  void finish();  // of the archive

 private:
  DurableFile& out_;
  std::uint64_t size_ = 0;
};

struct TarEntry {
  std::string name;
  std::uint64_t size;
};

class TarReader {
 public:
  explicit TarReader(std::istream& in) : in_(in) {}
  /// The next file's header; nothing at the end. Error{invalid, "app.backup_damaged"} when it is no such
  /// archive.
  std::optional<TarEntry> next();
  /// The bytes of the file just met, in pieces. Must be called once per file.
  void read(const TarEntry& entry, const std::function<void(std::string_view)>& sink);

 private:
  std::istream& in_;
};

}  // namespace guong::app
