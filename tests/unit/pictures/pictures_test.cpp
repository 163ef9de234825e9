// Covers, portraits and medals stay as they were first drawn, byte for byte.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/pictures/cover.h"
#include "guong/pictures/medal.h"
#include "guong/pictures/portrait.h"
#include "pictures/fields.h"
#include "pictures/random.h"
#include "unit/pictures/known_pictures.h"

using namespace guong;
using namespace guong::pictures;

namespace {

std::string hash(const std::string& picture) { return to_hex(as_text(sha256(picture))); }

std::string file(const std::string& path) {
  std::ifstream in(std::filesystem::path(GUONG_SOURCE_DIR) / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("The cover of each field is the known one, at every hour") {
  for (const auto& known : test::kKnownCovers) {
    INFO(known.field << ": " << known.words);
    CHECK(hash(cover_svg(known.field, known.words)) == known.sha256);
  }
}

TEST_CASE("One cover is known in full") {
  CHECK(cover_svg("defence-security", "Người giữ lớp học trên đỉnh mây") ==
        file("tests/unit/pictures/defence-security.svg"));
}

TEST_CASE("The portrait of each field is the known one") {
  for (const auto& known : test::kKnownPortraits) {
    INFO(known.field << ": " << known.words);
    CHECK(hash(portrait_svg(known.field, known.words)) == known.sha256);
  }
}

TEST_CASE("The first three ranks have a medal, and no other") {
  for (int rank = 1; rank <= 3; ++rank) CHECK(hash(medal_svg(rank)) == test::kKnownMedals[rank - 1]);
  for (const int rank : {-1, 0, 4}) CHECK(medal_svg(rank).empty());
}

TEST_CASE(
    "Every field of the demo has a look of its own; an unknown one is neutral and has the title's scene") {
  const auto rules = nlohmann::json::parse(file("schema/examples/demo.json"));
  const double neutral = look_of("general", "").hue;
  std::vector<double> hues;
  for (const auto& field : rules.at("fields"))
    hues.push_back(look_of(field.at("id").get<std::string>(), "").hue);
  CHECK(hues.size() == 14);
  CHECK(std::ranges::count(hues, neutral) == 0);
  std::ranges::sort(hues);
  CHECK(std::ranges::adjacent_find(hues) == hues.end());
  std::vector<Motif> scenes;
  for (const char* title : {"Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"})
    if (const Motif motif = look_of("general", title).motif; std::ranges::count(scenes, motif) == 0)
      scenes.push_back(motif);
  CHECK(scenes.size() > 3);
  CHECK(cover_svg("general", "Một") == cover_svg("general", "Một"));
  CHECK(cover_svg("general", "Một") != cover_svg("general", "Hai"));
}

TEST_CASE("A title is never part of a cover without letters: nothing in it can break out of the picture") {
  const std::string bad = cover_svg("health\"/><script>", "</svg><script>alert(1)</script>\xff");
  CHECK(bad.find("script") == std::string::npos);
  CHECK(bad.find("style") == std::string::npos);
  CHECK(bad.find("href=\"http") == std::string::npos);
}

TEST_CASE("Random numbers are the same for the same text, and from 0 to below 1") {
  SeededRandom first("Cô giáo"), again("Cô giáo"), other("Cô giao");
  bool differs = false;
  for (int i = 0; i < 1000; ++i) {
    const double number = first();
    CHECK(number >= 0);
    CHECK(number < 1);
    CHECK(number == again());
    differs = differs || number != other();
  }
  CHECK(differs);
}

TEST_CASE("How long a cover takes, for whoever wants to know", "[.figures]") {
  const auto begin = std::chrono::steady_clock::now();
  constexpr int kTimes = 10;
  std::size_t size = 0, covers = 0;
  for (int i = 0; i < kTimes; ++i)
    for (const auto& known : test::kKnownCovers) {
      size += cover_svg(known.field, known.words).size();
      ++covers;
    }
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  WARN(taken.count() / static_cast<double>(covers) << " ms for a cover of " << size / covers << " bytes");
}
