// The Merkle tree of RFC 6962 over the records: whoever holds an old head can check that nothing
// before it was changed, and whoever holds one record can check that it is in the log. Pure values;
// any thread.
//
// Leaf:  SHA-256(0x00 || record bytes)         Node: SHA-256(0x01 || left || right)
// Root of n > 1 leaves: node(root of the first k, root of the rest), k the largest power of two
// below n. Root of none: SHA-256 of nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guong/base/bytes.h"

namespace guong::ledger {

Digest leaf_hash(std::string_view record);
Digest node_hash(const Digest& left, const Digest& right);

/// All that a log must remember to take further leaves: the roots of its complete subtrees, at most
/// 63 digests. As bytes: the size as 8 bytes, big end first, then the digests, largest subtree
/// first.
class Frontier {
 public:
  void append(const Digest& leaf);
  Digest root() const;
  std::int64_t size() const { return size_; }
  /// The inclusion proof of the leaf that is appended next, in the log that it will end: the roots that it meets
  /// on its way up are those of the subtrees that are complete now.
  std::vector<Digest> path_of_next() const { return {roots_.rbegin(), roots_.rend()}; }
  Bytes to_bytes() const;
  /// Nothing when the number of digests does not fit the size.
  static std::optional<Frontier> from_bytes(std::string_view bytes);
  friend bool operator==(const Frontier&, const Frontier&) = default;

 private:
  std::int64_t size_ = 0;
  std::vector<Digest> roots_;
};

using Leaves = std::span<const Digest>;
using Proof = std::vector<Digest>;

Digest tree_root(Leaves leaves);
/// The path from leaf `index` to the root. Throws std::out_of_range unless index < leaves.size().
Proof inclusion_proof(Leaves leaves, std::int64_t index);
bool inclusion_holds(const Digest& leaf, std::int64_t index, std::int64_t size, const Proof& proof,
                     const Digest& root);
/// Shows that the first `old_size` leaves are still the first. Throws std::out_of_range unless
/// old_size <= leaves.size().
Proof consistency_proof(Leaves leaves, std::int64_t old_size);
bool consistency_holds(std::int64_t old_size, const Digest& old_root, std::int64_t new_size,
                       const Digest& new_root, const Proof& proof);

}  // namespace guong::ledger
