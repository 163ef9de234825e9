// The tree in the form that anybody can fetch and keep: C2SP tlog-tiles. A tile is a row of up to 256 hashes; those of
// level 0 are leaves, those of level L the roots of complete subtrees of 256^L leaves. From tiles follow the root and
// every proof, so a log serves nothing else. Pure; a TiledTree belongs to one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guong/ledger/merkle.h"

namespace guong::ledger {

inline constexpr int kTileWidth = 256;

/// Which tile (or, with `entries`, which bundle of records), and how many of its hashes.
struct TileAddress {
  int level = 0;
  std::int64_t index = 0;
  int width = kTileWidth;
  bool entries = false;
  friend bool operator==(const TileAddress&, const TileAddress&) = default;
};
/// Below the log's address: "tile/0/x001/x234/067.p/5", "tile/entries/000".
std::string tile_path(const TileAddress& address);
/// Nothing when it is not the one way to write an address.
std::optional<TileAddress> parse_tile_path(std::string_view path);

/// How many hashes a log of `size` records has in the tile: 0 when there is no such tile yet.
int tile_width(std::int64_t size, int level, std::int64_t index);

/// Gives the first `width` hashes of a tile.
using ReadTile = std::function<std::vector<Digest>(const TileAddress&)>;

/// The tree of a log of `size` records, over whoever has its tiles. Throws what `read` throws, and std::out_of_range
/// for a record or size beyond it.
class TiledTree {
 public:
  TiledTree(std::int64_t size, ReadTile read) : size_(size), read_(std::move(read)) {}
  std::int64_t size() const { return size_; }
  Digest root();
  Digest leaf(std::int64_t index);
  Proof inclusion(std::int64_t index);
  /// That the log of `old_size` records is the beginning of this one.
  Proof consistency(std::int64_t old_size);
  /// The root of the first `old_size` records.
  Digest root_at(std::int64_t old_size);

 private:
  const std::vector<Digest>& tile(int level, std::int64_t index);
  Digest node(int height, std::int64_t index);
  Digest range(std::int64_t begin, std::int64_t end);
  std::int64_t size_;
  ReadTile read_;
  std::map<std::pair<int, std::int64_t>, std::vector<Digest>> tiles_;
};

}  // namespace guong::ledger
