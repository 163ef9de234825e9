// Tiles by C2SP tlog-tiles: their addresses, and that root and proofs follow from them alone.
#include "guong/ledger/tiles.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace guong;
using namespace guong::ledger;

namespace {

std::vector<Digest> leaves_of(std::int64_t size) {
  std::vector<Digest> out;
  for (std::int64_t i = 0; i < size; ++i) out.push_back(leaf_hash("record " + std::to_string(i)));
  return out;
}

/// What a mirror has: every tile of the log, as the form defines its hashes.
ReadTile tiles_of(const std::vector<Digest>& leaves) {
  return [&leaves](const TileAddress& tile) {
    std::vector<Digest> out;
    const std::size_t span = std::size_t{1} << (8 * tile.level);
    for (int i = 0; i < tile.width; ++i) {
      const auto first = (static_cast<std::size_t>(tile.index) * 256 + static_cast<std::size_t>(i)) * span;
      out.push_back(tree_root(Leaves(leaves).subspan(first, span)));
    }
    return out;
  };
}

}  // namespace

TEST_CASE("A tile has one address, and the address one tile") {
  const std::pair<TileAddress, std::string> pairs[] = {
      {{0, 0, 256, false}, "tile/0/000"},
      {{0, 0, 5, false}, "tile/0/000.p/5"},
      {{1, 999, 256, false}, "tile/1/999"},
      {{0, 1000, 256, false}, "tile/0/x001/000"},
      {{63, 1234067, 255, false}, "tile/63/x001/x234/067.p/255"},
      {{0, 1234067, 256, true}, "tile/entries/x001/x234/067"},
  };
  for (const auto& [address, path] : pairs) {
    CHECK(tile_path(address) == path);
    CHECK(parse_tile_path(path) == address);
  }
}

TEST_CASE("What is no address of a tile is refused") {
  for (const std::string path : {"",
                                 "tile",
                                 "tile/",
                                 "tile/0",
                                 "tile/0/",
                                 "tile/0/0",
                                 "tile/0/00",
                                 "tile/0/0000",
                                 "tile/00/000",
                                 "tile/64/000",
                                 "tile/-1/000",
                                 "tile/0/x000/000",
                                 "tile/0/001/000",
                                 "tile/0/x001",
                                 "tile/0/x001/",
                                 "tile/0/000.p/0",
                                 "tile/0/000.p/256",
                                 "tile/0/000.p/01",
                                 "tile/0/000.p/",
                                 "tile/0/000.p/+1",
                                 "tile/0/000/",
                                 "/tile/0/000",
                                 "tile/0/x01/000",
                                 "tile/entry/000",
                                 "tile/0/abc",
                                 "tile/0/x999/x999/x999/x999/x999/x999/999"}) {
    INFO(path);
    CHECK_FALSE(parse_tile_path(path));
  }
}

TEST_CASE("The widths of a log of 70000 records are those of the form's own example") {
  CHECK(tile_width(70000, 0, 272) == 256);
  CHECK(tile_width(70000, 0, 273) == 112);
  CHECK(tile_width(70000, 0, 274) == 0);
  CHECK(tile_width(70000, 1, 0) == 256);
  CHECK(tile_width(70000, 1, 1) == 17);
  CHECK(tile_width(70000, 2, 0) == 1);
  CHECK(tile_width(70000, 3, 0) == 0);
  CHECK(tile_width(256, 1, 0) == 1);
  CHECK(tile_width(70000, 63, 0) == 0);
  CHECK(tile_width(70000, 0, -1) == 0);
}

TEST_CASE("Root and proofs from tiles are those from all leaves") {
  const auto leaves = leaves_of(1030);
  for (const std::int64_t size : {1, 2, 3, 255, 256, 257, 511, 512, 700, 1024, 1030}) {
    INFO(size);
    const auto some = Leaves(leaves).first(static_cast<std::size_t>(size));
    TiledTree tree(size, tiles_of(leaves));
    CHECK(tree.root() == tree_root(some));
    for (const std::int64_t index : {std::int64_t{0}, size / 3, size / 2, size - 1}) {
      CHECK(tree.inclusion(index) == inclusion_proof(some, index));
      CHECK(tree.leaf(index) == leaves[static_cast<std::size_t>(index)]);
      CHECK(tree.consistency(index) == consistency_proof(some, index));
    }
    CHECK(tree.consistency(size).empty());
  }
}

TEST_CASE("A tree asks for no tile beyond its size, and for each once") {
  const auto leaves = leaves_of(600);
  int asked = 0;
  TiledTree tree(600, [&](const TileAddress& tile) {
    ++asked;
    CHECK(tile.width == tile_width(600, tile.level, tile.index));
    return tiles_of(leaves)(tile);
  });
  tree.root();
  for (std::int64_t i = 0; i < 600; ++i) tree.inclusion(i);
  CHECK(asked == 4);  // three of leaves, one of their roots
  CHECK_THROWS_AS(tree.inclusion(600), std::out_of_range);
  CHECK_THROWS_AS(tree.consistency(601), std::out_of_range);
  CHECK_THROWS_AS(tree.leaf(-1), std::out_of_range);
}

TEST_CASE("The tree of no records has the root of no records") {
  TiledTree tree(0, [](const TileAddress&) -> std::vector<Digest> { throw std::logic_error("asked"); });
  CHECK(tree.root() == tree_root({}));
}

TEST_CASE("A tile of another width is refused") {
  TiledTree tree(10, [](const TileAddress&) { return std::vector<Digest>(9); });
  CHECK_THROWS_AS(tree.root(), std::out_of_range);
}
