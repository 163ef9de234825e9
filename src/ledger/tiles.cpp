// Addresses of tiles, and a tree read through them.
#include "guong/ledger/tiles.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <stdexcept>

#include "guong/base/crypto.h"
#include "ledger/ranges.h"

namespace guong::ledger {
namespace {

constexpr int kTileHeight = 8;
constexpr int kMaxLevel = 63;
constexpr std::size_t kMaxDigits = 18;

std::string three_digits(std::int64_t n) {
  auto text = std::to_string(n);
  return std::string(3 - text.size(), '0') + text;
}

std::string index_path(std::int64_t index) {
  std::string path = three_digits(index % 1000);
  while ((index /= 1000) > 0) path.insert(0, "x" + three_digits(index % 1000) + "/");
  return path;
}

std::optional<std::int64_t> parse_number(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

/// Takes what stands before the next slash off the front.
std::string_view take_part(std::string_view& path) {
  const auto slash = path.find('/');
  const auto part = path.substr(0, slash);
  path.remove_prefix(slash == path.npos ? path.size() : slash + 1);
  return part;
}

std::optional<std::int64_t> parse_index(std::string_view path) {
  std::string digits;
  while (!path.empty() && digits.size() < kMaxDigits) {
    auto part = take_part(path);
    const bool last = path.empty();
    if (!last && !part.starts_with('x')) return std::nullopt;
    if (!last) part.remove_prefix(1);
    if (part.size() != 3) return std::nullopt;
    digits += part;
  }
  return path.empty() ? parse_number(digits) : std::nullopt;
}

/// The root of a row of hashes whose number is a power of two.
Digest folded(std::vector<Digest> row) {
  while (row.size() > 1) {
    for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = node_hash(row[2 * i], row[2 * i + 1]);
    row.resize(row.size() / 2);
  }
  return row.front();
}

}  // namespace

std::string tile_path(const TileAddress& address) {
  std::string path = "tile/" + (address.entries ? "entries" : std::to_string(address.level)) + "/" +
                     index_path(address.index);
  if (address.width != kTileWidth) path += ".p/" + std::to_string(address.width);
  return path;
}

std::optional<TileAddress> parse_tile_path(std::string_view path) {
  TileAddress out;
  const auto whole = path;
  if (take_part(path) != "tile") return std::nullopt;
  const auto level = take_part(path);
  out.entries = level == "entries";
  if (!out.entries) {
    const auto number = parse_number(level);
    if (!number || *number > kMaxLevel) return std::nullopt;
    out.level = static_cast<int>(*number);
  }
  if (const auto partial = path.find(".p/"); partial != path.npos) {
    const auto width = parse_number(path.substr(partial + 3));
    if (!width || *width < 1 || *width >= kTileWidth) return std::nullopt;
    out.width = static_cast<int>(*width);
    path = path.substr(0, partial);
  }
  const auto index = parse_index(path);
  if (!index) return std::nullopt;
  out.index = *index;
  // Written anew it must be the same text: no leading zeroes, no needless parts.
  if (tile_path(out) != whole) return std::nullopt;
  return out;
}

int tile_width(std::int64_t size, int level, std::int64_t index) {
  const int shift = kTileHeight * level;
  const std::int64_t hashes = shift < kMaxLevel ? size >> shift : 0;
  if (index < 0 || index > hashes / kTileWidth) return 0;
  return static_cast<int>(std::min<std::int64_t>(hashes - index * kTileWidth, kTileWidth));
}

const std::vector<Digest>& TiledTree::tile(int level, std::int64_t index) {
  const auto [found, fresh] = tiles_.try_emplace({level, index});
  if (!fresh) return found->second;
  const TileAddress address{level, index, tile_width(size_, level, index)};
  try {
    found->second = read_(address);
  } catch (...) {
    tiles_.erase(found);
    throw;
  }
  if (found->second.size() != static_cast<std::size_t>(address.width)) {
    tiles_.erase(found);
    throw std::out_of_range("TiledTree: a tile of another width");
  }
  return found->second;
}

/// The root of the complete subtree of 2^height leaves.
Digest TiledTree::node(int height, std::int64_t index) {
  const int within = height % kTileHeight;
  const std::int64_t first = index << within;
  const auto& row = tile(height / kTileHeight, first / kTileWidth);
  const auto begin = row.begin() + first % kTileWidth;
  return folded({begin, begin + (std::int64_t{1} << within)});
}

Digest TiledTree::range(std::int64_t begin, std::int64_t end) {
  const auto length = static_cast<std::uint64_t>(end - begin);
  if (std::has_single_bit(length) && begin % (end - begin) == 0)
    return node(std::countr_zero(length), begin / (end - begin));
  const auto middle = begin + split(end - begin);
  return node_hash(range(begin, middle), range(middle, end));
}

Digest TiledTree::root_at(std::int64_t old_size) {
  if (old_size < 0 || old_size > size_) throw std::out_of_range("TiledTree: the log is shorter");
  return old_size == 0 ? sha256("") : range(0, old_size);
}

Digest TiledTree::root() { return root_at(size_); }

Digest TiledTree::leaf(std::int64_t index) {
  if (index < 0 || index >= size_) throw std::out_of_range("TiledTree: no such leaf");
  return node(0, index);
}

Proof TiledTree::inclusion(std::int64_t index) {
  if (index < 0 || index >= size_) throw std::out_of_range("TiledTree: no such leaf");
  Proof proof;
  add_inclusion([this](auto begin, auto end) { return range(begin, end); }, 0, size_, index, proof);
  return proof;
}

Proof TiledTree::consistency(std::int64_t old_size) {
  if (old_size < 0 || old_size > size_) throw std::out_of_range("TiledTree: the log is shorter");
  Proof proof;
  if (old_size > 0)
    add_consistency([this](auto begin, auto end) { return range(begin, end); }, 0, size_, old_size, true,
                    proof);
  return proof;
}

}  // namespace guong::ledger
