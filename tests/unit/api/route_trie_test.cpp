// Which route a path finds, and the values that stand in it.
#include "api/route_trie.h"

#include <catch2/catch.hpp>

using namespace guong::api;

namespace {

guong::http::Response nothing(ReadCall&) { return {}; }

/// The route that a path finds and the values in it, "cover slug=anh-den"; empty when there is none.
std::string found(const RouteTrie& tree, std::string_view path) {
  std::vector<std::string_view> values;
  const auto* set = tree.match(path, values);
  if (!set) return "";
  const Route& route = *set->find(guong::http::Method::get);
  std::string out(route.operation_id);
  for (const auto& [name, value] : named_values(route.pattern, values))
    out += " " + std::string(name) + "=" + value;
  return out;
}

}  // namespace

TEST_CASE("A value may have an ending, which is no part of it and chooses the route") {
  const std::vector<Route> routes{get("/hinh/{slug}.svg", "drawn", kAnyone, nothing),
                                  get("/hinh/{slug}.png", "lettered", kAnyone, nothing),
                                  get("/hinh/{slug}/tep/{position}.svg", "part", kAnyone, nothing),
                                  get("/hinh/guong.png", "home", kAnyone, nothing),
                                  get("/tac-pham/{slug}", "page", kAnyone, nothing),
                                  get("/tac-pham/{slug}.svg", "page drawn", kAnyone, nothing)};
  const RouteTrie tree(routes);
  CHECK(found(tree, "/hinh/anh-den.svg") == "drawn slug=anh-den");
  CHECK(found(tree, "/hinh/anh-den.png") == "lettered slug=anh-den");
  CHECK(found(tree, "/hinh/guong.png") == "home");
  CHECK(found(tree, "/hinh/guong.svg") == "drawn slug=guong");
  CHECK(found(tree, "/hinh/a.svg.svg") == "drawn slug=a.svg");
  CHECK(found(tree, "/hinh/anh-den/tep/2.svg") == "part slug=anh-den position=2");
  CHECK(found(tree, "/tac-pham/anh-den") == "page slug=anh-den");
  CHECK(found(tree, "/tac-pham/anh-den.svg") == "page drawn slug=anh-den");
  CHECK(found(tree, "/tac-pham/anh-den.jpg") == "page slug=anh-den.jpg");
  for (const char* path :
       {"/hinh/.svg", "/hinh/anh-den", "/hinh/anh-den.jpg", "/hinh/anh-den.svg/", "/hinh/"})
    CHECK(found(tree, path).empty());
}
