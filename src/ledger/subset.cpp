// The tree is walked from left to right: where a range has none of the leaves, its root comes from the proof.
#include "guong/ledger/subset.h"

#include <algorithm>
#include <stdexcept>

#include "ledger/ranges.h"

namespace guong::ledger {
namespace {

using Index = std::vector<std::int64_t>::const_iterator;

void add(Leaves leaves, std::int64_t begin, std::int64_t end, Index first, Index last, Proof& proof) {
  if (first == last) {
    proof.push_back(
        tree_root(leaves.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))));
    return;
  }
  if (end - begin <= 1) return;
  const auto middle = begin + split(end - begin);
  const auto right = std::lower_bound(first, last, middle);
  add(leaves, begin, middle, first, right, proof);
  add(leaves, middle, end, right, last, proof);
}

/// Takes what it needs from the proof; nothing when that is used up.
class Walk {
 public:
  Walk(const std::map<std::int64_t, Digest>& leaves, const Proof& proof) : leaves_(leaves), proof_(proof) {}
  std::optional<Digest> root(std::int64_t begin, std::int64_t end) {
    const auto first = leaves_.lower_bound(begin);
    if (first == leaves_.end() || first->first >= end)
      return used_ < proof_.size() ? std::optional(proof_[used_++]) : std::nullopt;
    if (end - begin == 1) return first->second;
    const auto middle = begin + split(end - begin);
    const auto left = root(begin, middle);
    const auto right = left ? root(middle, end) : std::nullopt;
    return right ? std::optional(node_hash(*left, *right)) : std::nullopt;
  }
  bool used_up() const { return used_ == proof_.size(); }

 private:
  const std::map<std::int64_t, Digest>& leaves_;
  const Proof& proof_;
  std::size_t used_ = 0;
};

}  // namespace

Proof subset_proof(Leaves leaves, const std::vector<std::int64_t>& indices) {
  const auto size = static_cast<std::int64_t>(leaves.size());
  if (size == 0 || (!indices.empty() && (indices.front() < 0 || indices.back() >= size)))
    throw std::out_of_range("subset_proof: no such leaf");
  Proof proof;
  add(leaves, 0, size, indices.begin(), indices.end(), proof);
  return proof;
}

std::optional<Digest> subset_root(std::int64_t size, const std::map<std::int64_t, Digest>& leaves,
                                  const Proof& proof) {
  if (size < 1 || leaves.empty() || leaves.begin()->first < 0 || leaves.rbegin()->first >= size)
    return std::nullopt;
  Walk walk(leaves, proof);
  auto root = walk.root(0, size);
  return walk.used_up() ? root : std::nullopt;
}

}  // namespace guong::ledger
