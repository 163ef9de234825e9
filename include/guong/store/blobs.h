// Files as content-addressed blobs (SHA-256) below one folder. Written to a temporary name,
// fsynced, renamed; no blob is ever changed. A row that names a blob is committed only after
// put/adopt returned. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/bytes.h"

namespace guong::store {

class Blobs {
 public:
  /// Folder is made if missing: blobs in FOLDER/objects/ab/cdef..., temporary files in FOLDER/tmp.
  explicit Blobs(std::filesystem::path folder);

  /// Stores bytes; gives their SHA-256. Durable on return. Throws Error{unavailable,
  /// "store.disk_full"} on a full disk.
  Digest put(std::string_view bytes);
  /// Takes a finished temporary file (same file system) whose SHA-256 the caller knows; it is gone
  /// from its old place afterwards. Durable on return. Refuses links, and files that have a second
  /// name.
  void adopt(const std::filesystem::path& file, const Digest& digest);
  bool has(const Digest& digest) const;
  /// Path for reading and sendfile; the file may be missing.
  std::filesystem::path path(const Digest& digest) const;
  /// The whole content, hashed again: Error{internal} with store.blob_missing or
  /// store.blob_damaged.
  std::string read(const Digest& digest) const;
  /// Every blob there is, sorted.
  std::vector<Digest> list() const;
  /// The folder for unfinished files, on the same file system, so that adopt is a rename.
  std::filesystem::path temporary_folder() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace guong::store
