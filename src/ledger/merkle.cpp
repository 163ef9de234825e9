// Hashes and the growing tree. Proofs need all leaves and are in proof.cpp.
#include "guong/ledger/merkle.h"

#include <algorithm>
#include <bit>

#include "guong/base/crypto.h"

namespace guong::ledger {
namespace {

constexpr std::size_t kSizeBytes = 8;

std::size_t subtree_count(std::int64_t size) {
  return static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(size)));
}

}  // namespace

// The byte in front keeps a node from passing for a leaf: without it a record could be made up whose hash is
// that of a node.
Digest leaf_hash(std::string_view record) {
  std::string bytes;
  bytes.reserve(record.size() + 1);
  bytes += '\0';
  bytes += record;
  return sha256(bytes);
}

Digest node_hash(const Digest& left, const Digest& right) {
  std::string bytes;
  bytes.reserve(1 + left.size() + right.size());
  bytes += '\1';
  bytes += as_text(left);
  bytes += as_text(right);
  return sha256(bytes);
}

void Frontier::append(const Digest& leaf) {
  roots_.push_back(leaf);
  // As in binary counting: every trailing one of the size is a complete subtree that the leaf
  // completes further.
  for (auto carry = size_; carry & 1; carry >>= 1) {
    const Digest right = roots_.back();
    roots_.pop_back();
    roots_.back() = node_hash(roots_.back(), right);
  }
  ++size_;
}

Digest Frontier::root() const {
  if (roots_.empty()) return sha256("");
  Digest root = roots_.back();
  for (auto left = roots_.rbegin() + 1; left != roots_.rend(); ++left) root = node_hash(*left, root);
  return root;
}

Bytes Frontier::to_bytes() const {
  Bytes out;
  out.reserve(kSizeBytes + roots_.size() * sizeof(Digest));
  for (int shift = 56; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(size_) >> shift));
  }
  for (const Digest& root : roots_) out.insert(out.end(), root.begin(), root.end());
  return out;
}

std::optional<Frontier> Frontier::from_bytes(std::string_view bytes) {
  if (bytes.size() < kSizeBytes) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < kSizeBytes; ++i) size = size << 8 | static_cast<std::uint8_t>(bytes[i]);
  bytes.remove_prefix(kSizeBytes);
  if (size >> 63) return std::nullopt;
  Frontier frontier;
  frontier.size_ = static_cast<std::int64_t>(size);
  if (bytes.size() != subtree_count(frontier.size_) * sizeof(Digest)) return std::nullopt;
  for (; !bytes.empty(); bytes.remove_prefix(sizeof(Digest))) {
    Digest& root = frontier.roots_.emplace_back();
    std::copy_n(bytes.begin(), root.size(), root.begin());
  }
  return frontier;
}

}  // namespace guong::ledger
