// Proofs of RFC 6962, 2.1: made by recursion on the tree, checked by walking up from the leaf (RFC
// 9162, 2.1.3.2 and 2.1.4.2).
#include <bit>
#include <stdexcept>

#include "guong/base/crypto.h"
#include "guong/ledger/merkle.h"
#include "ledger/ranges.h"

namespace guong::ledger {

std::int64_t split(std::int64_t n) {
  return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1)));
}

void add_inclusion(const RangeRoot& root, std::int64_t begin, std::int64_t end, std::int64_t index,
                   Proof& proof) {
  if (end - begin <= 1) return;
  const auto middle = begin + split(end - begin);
  const bool left = index < middle;
  left ? add_inclusion(root, begin, middle, index, proof) : add_inclusion(root, middle, end, index, proof);
  proof.push_back(left ? root(middle, end) : root(begin, middle));
}

void add_consistency(const RangeRoot& root, std::int64_t begin, std::int64_t end, std::int64_t old_end,
                     bool known, Proof& proof) {
  if (old_end == end) {
    if (!known) proof.push_back(root(begin, end));
    return;
  }
  const auto middle = begin + split(end - begin);
  if (old_end <= middle) {
    add_consistency(root, begin, middle, old_end, known, proof);
    proof.push_back(root(middle, end));
  } else {
    add_consistency(root, middle, end, old_end, false, proof);
    proof.push_back(root(begin, middle));
  }
}

namespace {

/// The roots of ranges of leaves that are all at hand.
RangeRoot roots_of(Leaves leaves) {
  return [leaves](std::int64_t begin, std::int64_t end) {
    return tree_root(leaves.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
  };
}

/// Where a walk up the tree stands: the node's number in its level, and the last one's.
struct Place {
  std::uint64_t node, last;
  bool is_right_child() const { return node & 1 || node == last; }
  void up() {
    node >>= 1;
    last >>= 1;
  }
  /// The last node of a level has no sibling until an ancestor is a right child.
  void skip_lone_levels() {
    while (node != 0 && !(node & 1)) up();
  }
};

}  // namespace

Digest tree_root(Leaves leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  const auto k = static_cast<std::size_t>(split(static_cast<std::int64_t>(leaves.size())));
  return node_hash(tree_root(leaves.first(k)), tree_root(leaves.subspan(k)));
}

Proof inclusion_proof(Leaves leaves, std::int64_t index) {
  if (index < 0 || static_cast<std::size_t>(index) >= leaves.size()) {
    throw std::out_of_range("inclusion_proof: no such leaf");
  }
  Proof proof;
  add_inclusion(roots_of(leaves), 0, static_cast<std::int64_t>(leaves.size()), index, proof);
  return proof;
}

bool inclusion_holds(const Digest& leaf, std::int64_t index, std::int64_t size, const Proof& proof,
                     const Digest& root) {
  if (index < 0 || index >= size) return false;
  Place at{static_cast<std::uint64_t>(index), static_cast<std::uint64_t>(size - 1)};
  Digest hash = leaf;
  for (const Digest& sibling : proof) {
    if (at.last == 0) return false;
    if (at.is_right_child()) {
      hash = node_hash(sibling, hash);
      at.skip_lone_levels();
    } else {
      hash = node_hash(hash, sibling);
    }
    at.up();
  }
  return at.last == 0 && hash == root;
}

Proof consistency_proof(Leaves leaves, std::int64_t old_size) {
  if (old_size < 0 || static_cast<std::size_t>(old_size) > leaves.size()) {
    throw std::out_of_range("consistency_proof: the log is shorter");
  }
  Proof proof;
  if (old_size > 0)
    add_consistency(roots_of(leaves), 0, static_cast<std::int64_t>(leaves.size()), old_size, true, proof);
  return proof;
}

bool consistency_holds(std::int64_t old_size, const Digest& old_root, std::int64_t new_size,
                       const Digest& new_root, const Proof& proof) {
  if (old_size < 0 || old_size > new_size) return false;
  if (old_size == new_size) return proof.empty() && old_root == new_root;
  if (old_size == 0) return proof.empty() && old_root == sha256("");
  Place at{static_cast<std::uint64_t>(old_size - 1), static_cast<std::uint64_t>(new_size - 1)};
  while (at.node & 1) at.up();
  // A complete old tree is itself the first node; otherwise the proof begins with it.
  auto next = proof.begin();
  Digest old_hash = old_root;
  if (!std::has_single_bit(static_cast<std::uint64_t>(old_size))) {
    if (next == proof.end()) return false;
    old_hash = *next++;
  }
  Digest new_hash = old_hash;
  for (; next != proof.end(); ++next) {
    if (at.last == 0) return false;
    if (at.is_right_child()) {
      old_hash = node_hash(*next, old_hash);
      new_hash = node_hash(*next, new_hash);
      at.skip_lone_levels();
    } else {
      new_hash = node_hash(new_hash, *next);
    }
    at.up();
  }
  return at.last == 0 && old_hash == old_root && new_hash == new_root;
}

}  // namespace guong::ledger
