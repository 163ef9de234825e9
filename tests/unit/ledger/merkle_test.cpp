// Trees and proofs against the vectors of Certificate Transparency.
#include "guong/ledger/merkle.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "guong/base/bytes.h"

using namespace guong;
using namespace guong::ledger;

namespace {

std::string hex(const Digest& digest) { return to_hex(as_text(digest)); }

Digest digest(std::string_view text) {
  const auto bytes = from_hex(text);
  REQUIRE(bytes);
  REQUIRE(bytes->size() == sizeof(Digest));
  Digest out;
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

// The leaves and roots that implementations of Certificate Transparency share as test vectors.
const std::vector<std::string> kVectorLeaves{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kVectorRoots{
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Digest> vector_leaves() {
  std::vector<Digest> out;
  for (const auto& leaf : kVectorLeaves) out.push_back(leaf_hash(as_text(*from_hex(leaf))));
  return out;
}

std::vector<Digest> numbered_leaves(int n) {
  std::vector<Digest> out;
  for (int i = 0; i < n; ++i) out.push_back(leaf_hash("record " + std::to_string(i)));
  return out;
}

std::int64_t ssize(const std::vector<Digest>& leaves) { return static_cast<std::int64_t>(leaves.size()); }

Digest with_one_bit_changed(Digest d) {
  d[17] ^= 0x20;
  return d;
}

}  // namespace

TEST_CASE("an empty log has the hash of nothing as its root") {
  CHECK(hex(Frontier().root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(tree_root({}) == Frontier().root());
}

TEST_CASE("roots of one to eight leaves are those of Certificate Transparency") {
  const auto leaves = vector_leaves();
  Frontier frontier;
  for (std::size_t n = 1; n <= leaves.size(); ++n) {
    frontier.append(leaves[n - 1]);
    CHECK(hex(frontier.root()) == kVectorRoots[n - 1]);
    CHECK(hex(tree_root(Leaves(leaves).first(n))) == kVectorRoots[n - 1]);
    CHECK(frontier.size() == static_cast<std::int64_t>(n));
  }
}

TEST_CASE("inclusion proofs are those of Certificate Transparency") {
  const auto leaves = vector_leaves();
  CHECK(inclusion_proof(Leaves(leaves).first(1), 0).empty());
  CHECK(inclusion_proof(leaves, 0) ==
        Proof{digest("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
              digest("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
              digest("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")});
  CHECK(inclusion_proof(leaves, 5) ==
        Proof{digest("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
              digest("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
              digest("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")});
  CHECK(inclusion_proof(Leaves(leaves).first(3), 2) ==
        Proof{digest("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")});
}

TEST_CASE("consistency proofs are those of Certificate Transparency") {
  const auto leaves = vector_leaves();
  CHECK(consistency_proof(Leaves(leaves).first(1), 1).empty());
  CHECK(consistency_proof(leaves, 1) == inclusion_proof(leaves, 0));
  CHECK(consistency_proof(leaves, 6) ==
        Proof{digest("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
              digest("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
              digest("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")});
}

TEST_CASE(
    "every leaf of every log up to 40 is proved, and no other leaf, place, size or root in its "
    "stead") {
  const auto all = numbered_leaves(40);
  for (std::int64_t size = 1; size <= ssize(all); ++size) {
    const auto leaves = Leaves(all).first(static_cast<std::size_t>(size));
    const Digest root = tree_root(leaves);
    for (std::int64_t index = 0; index < size; ++index) {
      const Digest& leaf = leaves[static_cast<std::size_t>(index)];
      const Proof proof = inclusion_proof(leaves, index);
      REQUIRE(inclusion_holds(leaf, index, size, proof, root));
      REQUIRE_FALSE(inclusion_holds(with_one_bit_changed(leaf), index, size, proof, root));
      REQUIRE_FALSE(inclusion_holds(leaf, index, size, proof, with_one_bit_changed(root)));
      if (size > 1) REQUIRE_FALSE(inclusion_holds(leaf, (index + 1) % size, size, proof, root));
      REQUIRE_FALSE(inclusion_holds(leaf, size, size, proof, root));
      REQUIRE_FALSE(inclusion_holds(leaf, -1, size, proof, root));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        Proof changed = proof;
        changed[i] = with_one_bit_changed(changed[i]);
        REQUIRE_FALSE(inclusion_holds(leaf, index, size, changed, root));
      }
      Proof longer = proof;
      longer.push_back(root);
      REQUIRE_FALSE(inclusion_holds(leaf, index, size, longer, root));
      if (!proof.empty()) {
        REQUIRE_FALSE(inclusion_holds(leaf, index, size, Proof(proof.begin(), proof.end() - 1), root));
      }
    }
  }
}

TEST_CASE("every two heads of a log up to 40 are consistent, and no changed one is") {
  const auto all = numbered_leaves(40);
  for (std::int64_t size = 1; size <= ssize(all); ++size) {
    const auto leaves = Leaves(all).first(static_cast<std::size_t>(size));
    const Digest root = tree_root(leaves);
    for (std::int64_t old_size = 0; old_size <= size; ++old_size) {
      const Digest old_root = tree_root(leaves.first(static_cast<std::size_t>(old_size)));
      const Proof proof = consistency_proof(leaves, old_size);
      REQUIRE(consistency_holds(old_size, old_root, size, root, proof));
      REQUIRE_FALSE(consistency_holds(old_size, with_one_bit_changed(old_root), size, root, proof));
      if (old_size > 0) {
        REQUIRE_FALSE(consistency_holds(old_size, old_root, size, with_one_bit_changed(root), proof));
      }
      REQUIRE_FALSE(consistency_holds(size + 1, root, size, root, {}));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        Proof changed = proof;
        changed[i] = with_one_bit_changed(changed[i]);
        REQUIRE_FALSE(consistency_holds(old_size, old_root, size, root, changed));
      }
      Proof longer = proof;
      longer.push_back(root);
      REQUIRE_FALSE(consistency_holds(old_size, old_root, size, root, longer));
    }
  }
}

TEST_CASE("a log that was rewritten is not consistent with its own old head") {
  auto leaves = numbered_leaves(20);
  const Digest old_root = tree_root(Leaves(leaves).first(13));
  leaves[4] = leaf_hash("another mark");
  const Digest new_root = tree_root(leaves);
  CHECK_FALSE(consistency_holds(13, old_root, 20, new_root, consistency_proof(leaves, 13)));
}

TEST_CASE("a frontier that was stored goes on as if it had not been") {
  const auto leaves = numbered_leaves(67);
  Frontier kept;
  for (const Digest& leaf : leaves) {
    const auto restored = Frontier::from_bytes(as_text(kept.to_bytes()));
    REQUIRE(restored);
    REQUIRE(*restored == kept);
    kept = *restored;
    kept.append(leaf);
  }
  CHECK(kept.root() == tree_root(leaves));
  CHECK(kept.size() == 67);
  CHECK(kept.to_bytes().size() == 8 + 3 * 32);  // 67 = 64 + 2 + 1
}

TEST_CASE("bytes that are not a frontier are refused") {
  Frontier frontier;
  for (const Digest& leaf : numbered_leaves(5)) frontier.append(leaf);
  const std::string bytes(as_text(frontier.to_bytes()));
  CHECK_FALSE(Frontier::from_bytes(""));
  CHECK_FALSE(Frontier::from_bytes(bytes.substr(0, 7)));
  CHECK_FALSE(Frontier::from_bytes(bytes.substr(0, bytes.size() - 1)));
  CHECK_FALSE(Frontier::from_bytes(bytes + "x"));
  std::string other_size = bytes;
  other_size[7] = 7;
  CHECK_FALSE(Frontier::from_bytes(other_size));
  std::string negative = bytes;
  negative[0] = '\x80';
  CHECK_FALSE(Frontier::from_bytes(negative));
}

TEST_CASE("a proof of what is not there cannot be made") {
  const auto leaves = numbered_leaves(3);
  CHECK_THROWS_AS(inclusion_proof(leaves, 3), std::out_of_range);
  CHECK_THROWS_AS(inclusion_proof(leaves, -1), std::out_of_range);
  CHECK_THROWS_AS(consistency_proof(leaves, 4), std::out_of_range);
}
