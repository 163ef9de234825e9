// Schema faults as sentences with place and limit, in both languages.
#include <catch2/catch.hpp>
#include <functional>

#include "unit/rules/books.h"

using namespace guong;
using namespace guong::rules;
using namespace guong::test;
using nlohmann::json;
using Told = std::vector<std::string>;

namespace {

/// Every part of the schema that has a keyword.
void each_with(const json& node, const char* keyword, const std::function<void(const json&)>& f) {
  if (node.is_object() && node.contains(keyword)) f(node);
  if (node.is_structured())
    for (const auto& inner : node) each_with(inner, keyword, f);
}

}  // namespace

TEST_CASE("Each kind of misfit is told at its place, with its limit, in the reader's language") {
  struct Case {
    Change change;
    const char* told;
    const char* in_vietnamese;
  };
  const Case cases[] = {
      {{"/level", "galactic"}, "/level base.not_a_choice", "Hãy chọn một trong: provincial, grassroots."},
      {{"/level", 5}, "/level base.not_a_choice", nullptr},
      {{"/slug", "Gương Sáng"}, "/slug rules.not_an_id", nullptr},
      {{"/slug", 5}, "/slug rules.type_string", "Giá trị ở đây phải là văn bản."},
      {{"/name", "Gương"}, "/name rules.type_object", nullptr},
      {{"/name/vi", ""}, "/name/vi base.too_short", nullptr},
      {{"/name/vi", std::string(10'001, 'x')}, "/name/vi base.too_long", "Dài quá 10000 ký tự. Hãy rút gọn."},
      {{"/colour", "red"}, "/colour base.unknown_field", nullptr},
      {{"/a~1b", "red"}, "/a~1b base.unknown_field", nullptr},
      {{"/categories", json::array()}, "/categories base.required", nullptr},
      {{"/categories", 5}, "/categories rules.type_array", nullptr},
      {{"/categories/1/files/0/kinds/0", "exe"}, "/categories/1/files/0/kinds/0 base.not_a_choice", nullptr},
      {{"/categories/1/files/0/aspect", "wide"}, "/categories/1/files/0/aspect rules.not_an_aspect", nullptr},
      {{"/categories/0/text", "yes"}, "/categories/0/text rules.type_boolean", nullptr},
      {{"/rounds/0/judges_per_entry", 51},
       "/rounds/0/judges_per_entry base.number_out_of_range",
       "Số phải từ 1 đến 50."},
      {{"/rounds/0/judges_per_entry", 2.5}, "/rounds/0/judges_per_entry rules.type_integer", nullptr},
      {{"/rounds/0/criteria/0/max", "60"}, "/rounds/0/criteria/0/max rules.type_number", nullptr},
      {{"/rounds/0/criteria/0/max", -1}, "/rounds/0/criteria/0/max base.number_out_of_range", nullptr},
      {{"/prizes/0/money", 12.5}, "/prizes/0/money rules.type_integer", nullptr},
      {{"/tie_breaks", json(json::value_t::array)}, "", nullptr},
      {{"/legal_basis", std::vector<std::string>(51, "x")},
       "/legal_basis base.too_many_items",
       "Nhiều quá 50 mục."},
  };
  for (const auto& c : cases) {
    INFO(c.change.pointer);
    const auto faults = rule_book_faults(with(example("api-test"), {c.change}));
    CHECK(told(faults) == (*c.told ? Told{c.told} : Told{}));
    if (c.in_vietnamese) CHECK(message(faults.at(0).key, Lang::vi, faults[0].params) == c.in_vietnamese);
  }
}

TEST_CASE("What is missing is told as a place to fill in") {
  for (const auto& name :
       {"name", "slug", "level", "host_unit", "calendar", "categories", "fields", "rounds", "prizes"}) {
    auto document = example("api-test");
    document.erase(name);
    CHECK(told(rule_book_faults(document)) == Told{std::string("/") + name + " base.required"});
  }
  auto document = example("api-test");
  document["categories"][1]["files"][0].erase("purpose");
  CHECK(told(rule_book_faults(document)) == Told{"/categories/1/files/0/purpose base.required"});
}

TEST_CASE("All misfits of a document come at once") {
  auto document = with(example("api-test"), {{"/level", "galactic"},
                                             {"/colour", 1},
                                             {"/categories/0/max_authors", 0},
                                             {"/categories/1/id", "Video Clip"},
                                             {"/rounds/0/criteria/2/max", "many"},
                                             {"/prizes/1/scope", "world"}});
  document["calendar"].erase("deadline");
  CHECK(told(rule_book_faults(document)) ==
        Told{"/calendar/deadline base.required", "/categories/0/max_authors base.number_out_of_range",
             "/categories/1/id rules.not_an_id", "/colour base.unknown_field", "/level base.not_a_choice",
             "/prizes/1/scope base.not_a_choice", "/rounds/0/criteria/2/max rules.type_number"});
}

TEST_CASE("A document of very many values is told so, and not held against the schema") {
  auto document = example("api-test");
  document["categories"] = json(std::vector<int>(6000, 0));
  CHECK(told(rule_book_faults(document)) == Told{" base.too_many_items"});
  document["categories"] = json(std::vector<int>(4000, 0));
  CHECK(rule_book_faults(document).size() <= 50);
}

TEST_CASE("A document that is no object at all is told so") {
  CHECK(told(rule_book_faults(json::array())) == Told{" rules.type_object"});
  CHECK(told(rule_book_faults("thể lệ")) == Told{" rules.type_object"});
  CHECK(rule_book_faults(json::object()).size() == 9);
}

TEST_CASE("The schema gives both ends of every range and words for every pattern") {
  std::ifstream file(std::string(GUONG_SOURCE_DIR) + "/schema/rule-book.schema.json");
  const auto schema = json::parse(file);
  int seen = 0;
  each_with(schema, "minimum", [&](const json& node) {
    INFO(node);
    CHECK(node.contains("maximum"));
    ++seen;
  });
  each_with(schema, "pattern", [&](const json& node) {
    INFO(node);
    CHECK(has_message(node.value("x-message", "")));
    ++seen;
  });
  // Objects say what they hold: a misspelt rule must not be passed over in silence.
  each_with(schema, "properties", [&](const json& node) {
    if (node["properties"].is_object() && node.contains("type"))
      CHECK(node.value("additionalProperties", true) == false);
  });
  CHECK(seen > 20);
}
