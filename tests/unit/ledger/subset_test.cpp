// One proof for many leaves.
#include "guong/ledger/subset.h"

#include <catch2/catch.hpp>

using namespace guong;
using namespace guong::ledger;

namespace {

std::vector<Digest> leaves_of(int count) {
  std::vector<Digest> out;
  for (int i = 0; i < count; ++i) out.push_back(leaf_hash(std::to_string(i)));
  return out;
}

}  // namespace

TEST_CASE("A proof for any set of leaves leads to the root of all, and no other leaf or proof does") {
  for (int count = 1; count <= 9; ++count) {
    const auto leaves = leaves_of(count);
    for (int set = 1; set < (1 << count); ++set) {
      std::vector<std::int64_t> indices;
      std::map<std::int64_t, Digest> some;
      for (int i = 0; i < count; ++i)
        if (set & (1 << i)) {
          indices.push_back(i);
          some[i] = leaves[static_cast<std::size_t>(i)];
        }
      auto proof = subset_proof(leaves, indices);
      REQUIRE(subset_root(count, some, proof) == tree_root(leaves));
      auto other = some;
      other.begin()->second = leaf_hash("other");
      CHECK(subset_root(count, other, proof) != tree_root(leaves));
      proof.push_back(leaf_hash("more"));
      CHECK_FALSE(subset_root(count, some, proof));
    }
  }
  CHECK_FALSE(subset_root(3, {}, {}));
  CHECK_FALSE(subset_root(3, {{3, leaf_hash("3")}}, {}));
  CHECK_THROWS(subset_proof(leaves_of(3), {3}));
}
