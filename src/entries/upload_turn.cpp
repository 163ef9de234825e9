// In memory only: after a restart no request is under way, and a lost hash is computed again from the file.
#include "entries/upload_turn.h"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace guong::entries {
namespace {

constexpr std::size_t kHashesKept = 1024;  // beyond it some upload is hashed from disk again

struct Table {
  std::mutex mutex;
  std::unordered_set<UploadId> taken;
  std::unordered_map<UploadId, RunningHash> hashes;
};
Table& table() {
  static Table all;
  return all;
}

}  // namespace

std::optional<UploadTurn> UploadTurn::take(UploadId upload) {
  auto& all = table();
  const std::lock_guard lock(all.mutex);
  if (!all.taken.insert(upload).second) return std::nullopt;
  UploadTurn turn(upload);
  if (auto kept = all.hashes.extract(upload)) turn.hash = std::move(kept.mapped());
  return turn;
}

UploadTurn::UploadTurn(UploadTurn&& other) noexcept
    : hash(std::exchange(other.hash, std::nullopt)), upload_(std::exchange(other.upload_, UploadId{})) {}

UploadTurn::~UploadTurn() {
  if (!upload_) return;
  auto& all = table();
  const std::lock_guard lock(all.mutex);
  all.taken.erase(upload_);
  if (!hash) return;
  if (all.hashes.size() >= kHashesKept) all.hashes.erase(all.hashes.begin());
  all.hashes.insert_or_assign(upload_, std::move(*hash));
}

}  // namespace guong::entries
