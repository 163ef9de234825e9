// Files as content-addressed blobs (SHA-256) below one folder. Written to a temporary name, fsynced, renamed; no blob is ever
// changed. A row that names a blob is committed only after put/adopt returned. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "guong/base/bytes.h"

namespace guong::store {

class Blobs {
 public:
  /// Folder is made if missing: objects in FOLDER/ab/cdef..., temporary files in FOLDER/tmp.
  explicit Blobs(std::filesystem::path folder);

  /// Stores bytes; gives their SHA-256. Durable on return. Throws Error{unavailable, "store.disk_full"} on a full disk.
  Digest put(std::string_view bytes);
  /// Takes a finished temporary file (same file system) whose SHA-256 the caller knows. Durable on return.
  void adopt(const std::filesystem::path& file, const Digest& digest);
  bool has(const Digest& digest) const;
  /// Path for reading and sendfile; the file may be missing.
  std::filesystem::path path(const Digest& digest) const;
  std::string read(const Digest& digest) const;
  /// A fresh name for a temporary file on the same file system.
  std::filesystem::path temporary_folder() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace guong::store
