// In memory only: after a restart no request is under way, and a lost hash is computed again from the file.
#include "uploads/upload_turn.h"

namespace guong::uploads {
namespace {

constexpr std::size_t kHashesKept = 1024;  // beyond it some upload is hashed from disk again

}  // namespace

std::optional<UploadTurn> UploadTurn::take(store::ModuleState& state, UploadId upload) {
  auto& turns = state.of<Turns>();
  const std::lock_guard lock(turns.mutex);
  if (!turns.taken.insert(upload).second) return std::nullopt;
  UploadTurn turn(turns, upload);
  if (auto kept = turns.hashes.extract(upload)) turn.hash = std::move(kept.mapped());
  return turn;
}

UploadTurn::UploadTurn(UploadTurn&& other) noexcept
    : hash(std::exchange(other.hash, std::nullopt)),
      turns_(std::exchange(other.turns_, nullptr)),
      upload_(other.upload_) {}

UploadTurn::~UploadTurn() {
  if (!turns_) return;
  const std::lock_guard lock(turns_->mutex);
  turns_->taken.erase(upload_);
  if (!hash) return;
  if (turns_->hashes.size() >= kHashesKept) turns_->hashes.erase(turns_->hashes.begin());
  turns_->hashes.insert_or_assign(upload_, std::move(*hash));
}

}  // namespace guong::uploads
