// The format of a work's text is read twice, here and in the front end: tests/vectors/prose.json holds both to one reading.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "guong/base/prose.h"

using namespace guong;
using nlohmann::json;

namespace {

constexpr const char* kKinds[] = {"paragraph", "heading", "quote", "item", "picture"};

json vectors() {
  std::ifstream in(std::string(GUONG_SOURCE_DIR) + "/tests/vectors/prose.json");
  return json::parse(in).at("vectors");
}

json as_json(const std::vector<Block>& blocks) {
  json out = json::array();
  for (const auto& block : blocks) {
    out.push_back({{"kind", kKinds[static_cast<std::size_t>(block.kind)]}, {"text", block.text}});
    if (block.kind == BlockKind::picture) out.back()["picture"] = block.picture;
  }
  return out;
}

}  // namespace

TEST_CASE("Every shared vector of a work's text has its blocks and its words") {
  const json all = vectors();
  REQUIRE(all.size() > 10);
  for (const auto& vector : all) {
    INFO(vector.at("name").get<std::string>());
    const auto text = vector.at("text").get<std::string>();
    CHECK(as_json(blocks_of(text)) == vector.at("blocks"));
    CHECK(prose_words(text) == vector.at("words").get<std::size_t>());
  }
}
