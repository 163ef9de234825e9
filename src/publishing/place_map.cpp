// The map is the one of frontend/src/parts/places.json on which most works lie; it is for orientation, and
// for the eye: who does not see it, or wants to go on from it, has the table.
#include "publishing/place_map.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "guong/base/embedded.h"
#include "guong/base/text.h"
#include "publishing/short_names.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr int kMostPlaces = 200;
constexpr int kShades = 4;
constexpr int kWide = 38, kHigh = 34, kGap = 2;  // a tile with the gap behind it

struct Tile {
  std::string name;
  int row = 0, column = 0;
  std::int64_t works = 0;
};
using Tiles = std::map<std::string, Tile>;  // by the slug of the name

std::vector<Tiles> read_maps() {
  std::vector<Tiles> out;
  for (const auto& map : json::parse(embedded("frontend/src/parts/places.json").value_or("[]"))) {
    auto& tiles = out.emplace_back();
    for (const auto& [name, place] : map.items())
      tiles[slug(name)] = {name, place.at(0).get<int>(), place.at(1).get<int>()};
  }
  return out;
}

/// "xa-vinh-son" is "vinh-son" on a map.
std::string_view without_kind(std::string_view unit) {
  for (const std::string_view kind : {"tinh-", "thanh-pho-", "tp-", "huyen-", "thi-xa-", "phuong-", "xa-"})
    if (unit.starts_with(kind)) return unit.substr(kind.size());
  return unit;
}

/// The map with the works on it; of two that fit alike the later, which is of today's units.
Tiles map_of(const std::vector<results::FacetCount>& units) {
  static const auto maps = read_maps();
  Tiles best;
  std::int64_t most = 1;
  for (auto tiles : maps) {
    std::int64_t works = 0;
    for (const auto& unit : units)
      if (const auto tile = tiles.find(std::string(without_kind(unit.value))); tile != tiles.end()) {
        tile->second.works += unit.works;
        works += unit.works;
      }
    if (works < most) continue;
    most = works;
    best = std::move(tiles);
  }
  return best;
}

std::int64_t most_works(const Tiles& tiles) {
  std::int64_t most = 0;
  for (const auto& [slug, tile] : tiles) most = std::max(most, tile.works);
  return most;
}

/// The most works of a shade; shades are of the same width, or of one work where there are few.
std::int64_t top_of(int shade, std::int64_t most) {
  return std::max<std::int64_t>(shade, (most * shade + kShades - 1) / kShades);
}

int shade_of(std::int64_t works, std::int64_t most) {
  int shade = works == 0 ? 0 : 1;
  while (shade > 0 && shade < kShades && works > top_of(shade, most)) ++shade;
  return shade;
}

std::string place_text(const std::string& name, std::int64_t works, Lang lang) {
  return message("publishing.place_has", lang, {{"place", name}, {"count", number_text(works, lang)}});
}

Html tile_html(const Tile& tile, std::int64_t most, Lang lang) {
  const int x = (tile.column - 1) * kWide, y = (tile.row - 1) * kHigh;
  constexpr int kBaseline = 20;
  return element(
      "g",
      {element("title", {place_text(tile.name, tile.works, lang)}),
       element("rect", {{"class", "q" + std::to_string(shade_of(tile.works, most))},
                        {"x", std::to_string(x)},
                        {"y", std::to_string(y)},
                        {"width", std::to_string(kWide - kGap)},
                        {"height", std::to_string(kHigh - kGap)}}),
       element("text", {{"x", std::to_string(x + (kWide - kGap) / 2)}, {"y", std::to_string(y + kBaseline)}},
               {place_initials(tile.name)})});
}

Html drawn(const Tiles& tiles, Lang lang) {
  int rows = 0, columns = 0;
  Html all;
  const auto most = most_works(tiles);
  for (const auto& [slug, tile] : tiles) {
    rows = std::max(rows, tile.row);
    columns = std::max(columns, tile.column);
    all.add(tile_html(tile, most, lang));
  }
  return element("svg",
                 {{"class", "tiles"},
                  {"viewBox", "0 0 " + std::to_string(columns * kWide) + " " + std::to_string(rows * kHigh)},
                  {"role", "img"},
                  {"aria-label", message("publishing.map_of_places", lang)}},
                 {all});
}

/// What each shade stands for.
Html key(std::int64_t most, Lang lang) {
  Html out;
  const auto add = [&](int shade, const std::string& words) {
    out.add(element("span", {element("i", {{"class", "k" + std::to_string(shade)}}), words}));
  };
  add(0, message("publishing.none_yet", lang));
  for (int shade = 1; shade <= kShades; ++shade) {
    const auto from = shade == 1 ? 1 : top_of(shade - 1, most) + 1, to = std::min(most, top_of(shade, most));
    if (from > most) break;
    add(shade, from == to ? number_text(from, lang) : number_text(from, lang) + "–" + number_text(to, lang));
  }
  return element("p", {{"class", "key"}, {"aria-hidden", "true"}}, {out});
}

Html table(const std::vector<results::FacetCount>& units, Lang lang) {
  Html lines;
  for (const auto& unit : units)
    lines.add(element("tr", {element("th", {{"scope", "row"}},
                                     {element("a", {{"href", search_path(lang) + "?unit=" + unit.value}},
                                              {facet_name(unit, lang)})}),
                             element("td", {{"class", "number"}}, {number_text(unit.works, lang)})}));
  const Html head = element(
      "tr",
      {element("th", {{"scope", "col"}}, {message("publishing.unit_or_place", lang)}),
       element("th", {{"scope", "col"}, {"class", "number"}}, {message("publishing.works_word", lang)})});
  return element("details", {element("summary", {message("publishing.as_table", lang)}),
                             element("table", {element("thead", {head}), element("tbody", {lines})})});
}

}  // namespace

Html place_map(store::Reader& reader, Lang lang) {
  const auto units = results::works_by_facet(reader, "unit", kMostPlaces);
  if (units.empty()) return {};
  const auto tiles = map_of(units);
  Html out = tiles.empty() ? Html() : drawn(tiles, lang).add(key(most_works(tiles), lang));
  return out.add(table(units, lang));
}

}  // namespace guong::publishing
