// Blobs as files below one folder of this machine.
#pragma once

#include <shared_mutex>

#include "guong/store/blobs.h"

namespace guong::store {

/// FOLDER/objects/ab/cdef... for each blob, read-only; FOLDER/tmp for files that are being made. Written
/// under a temporary name, fsynced, renamed. What open() gives has a file descriptor and outlasts remove().
/// adopt() gives the file a second name; it refuses links, and files that have one already.
class FolderBlobs final : public Blobs {
 public:
  /// The folder is made if missing.
  explicit FolderBlobs(const std::filesystem::path& folder);

  using Blobs::put;
  Digest put(const ByteSource& bytes) override;
  void adopt(const std::filesystem::path& file, const Digest& digest) override;
  std::shared_ptr<const ByteSource> open(const Digest& digest) const override;
  void remove(const Digest& digest) override;
  bool remove_if_older(const Digest& digest, Timestamp since) override;
  std::vector<Digest> list() const override;
  std::filesystem::path temporary_folder() const override;

 private:
  std::filesystem::path path_of(const Digest& digest) const;
  void place(const std::filesystem::path& from, const Digest& digest);
  std::filesystem::path folder_;
  std::shared_mutex placing_;  // a blob that is stored again must not be removed as an old one
};

}  // namespace guong::store
