// The kinds of blobs that tests run on: a folder, and one that has none, so that what passes on both depends
// on no folder.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/folder_blobs.h"
#include "support/byte_sources.h"
#include "support/temporary_folder.h"

namespace guong::test {

class MemoryBlobs final : public store::Blobs {
 public:
  using Blobs::put;
  Digest put(const ByteSource& bytes) override {
    auto kept = read_whole(bytes);
    const Digest digest = sha256(kept);
    keep(digest, std::move(kept));
    return digest;
  }
  void adopt(const std::filesystem::path& file, const Digest& digest) override {
    keep(digest, read_whole(*open_file_source(file)));
  }
  std::shared_ptr<const ByteSource> open(const Digest& digest) const override {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(digest);
    if (found == kept_.end()) throw Error(ErrorKind::internal, "store.blob_missing");
    return found->second;
  }
  void remove(const Digest& digest) override {
    const std::lock_guard lock(mutex_);
    kept_.erase(digest);
  }
  bool remove_if_older(const Digest& digest, Timestamp since) override {
    const std::lock_guard lock(mutex_);
    const auto stored = stored_.find(digest);
    if (stored != stored_.end() && stored->second >= since) return false;
    kept_.erase(digest);
    return true;
  }
  std::vector<Digest> list() const override {
    const std::lock_guard lock(mutex_);
    std::vector<Digest> out;
    for (const auto& [digest, bytes] : kept_) out.push_back(digest);
    return out;
  }
  std::filesystem::path temporary_folder() const override { return folder_.path(); }

 private:
  void keep(const Digest& digest, std::string bytes) {
    const std::lock_guard lock(mutex_);
    stored_.insert_or_assign(digest, system_now());
    kept_.insert_or_assign(digest, std::make_shared<MemorySource>(std::move(bytes)));
  }
  TemporaryFolder folder_;
  mutable std::mutex mutex_;
  std::map<Digest, std::shared_ptr<const ByteSource>> kept_;
  std::map<Digest, Timestamp> stored_;
};

struct BlobsKind {
  const char* name;
  /// `folder`: where those that need one may have it.
  std::unique_ptr<store::Blobs> (*make)(const std::filesystem::path& folder);
};

inline std::unique_ptr<store::Blobs> folder_blobs(const std::filesystem::path& folder) {
  return std::make_unique<store::FolderBlobs>(folder);
}
inline std::unique_ptr<store::Blobs> memory_blobs(const std::filesystem::path&) {
  return std::make_unique<MemoryBlobs>();
}
inline constexpr BlobsKind kBlobsKinds[] = {{"folder", folder_blobs}, {"memory", memory_blobs}};

}  // namespace guong::test
