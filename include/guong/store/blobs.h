// Files as content-addressed blobs: each is known by the SHA-256 of its bytes, and none is ever changed.
// Where they lie is for those who implement this (folder_blobs.h) and for nobody else.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "guong/base/byte_source.h"
#include "guong/base/bytes.h"
#include "guong/base/time.h"

namespace guong::store {

/// A row that names a blob is committed only after put() or adopt() has returned. All but temporary_folder()
/// may wait for a disk or another machine: not on an event thread; any other, several at once.
///
/// Throws Error{unavailable}: "store.disk_full", "store.files_failed".
class Blobs {
 public:
  virtual ~Blobs() = default;
  Blobs(const Blobs&) = delete;
  Blobs& operator=(const Blobs&) = delete;

  /// Stores bytes; gives their SHA-256. Durable on return; stored whole or not at all. The same bytes may be
  /// stored again.
  virtual Digest put(const ByteSource& bytes) = 0;
  Digest put(std::string_view bytes) { return put(BorrowedBytes(bytes)); }
  /// Takes a finished file of the temporary folder whose SHA-256 the caller knows. Durable on return. The file
  /// may share its bytes with the blob: the caller writes to it no more, and removes it once the row that names
  /// the blob is committed. Until then it is what a killed process can begin again from.
  virtual void adopt(const std::filesystem::path& file, const Digest& digest) = 0;
  /// For reading. The bytes are not hashed again; when the blob is removed meanwhile they may become
  /// unreadable. Throws Error{internal, "store.blob_missing"}.
  virtual std::shared_ptr<const ByteSource> open(const Digest& digest) const = 0;
  /// Forgets a blob, durably; nothing happens where there is none. For whoever makes sure that no row names
  /// it.
  virtual void remove(const Digest& digest) = 0;
  /// The same for a blob that nobody names any more, unless it was stored since that time: whoever stored it may
  /// be about to name it. Whether it is gone.
  virtual bool remove_if_older(const Digest& digest, Timestamp since) = 0;
  /// Every blob there is, sorted.
  virtual std::vector<Digest> list() const = 0;
  /// A folder of this machine for files that are being made, from where adopt() takes them at the least cost.
  virtual std::filesystem::path temporary_folder() const = 0;

 protected:
  Blobs() = default;
};

}  // namespace guong::store
