// Units over their routes: search, pages, rights, faults in the reader's language.
#include <catch2/catch.hpp>
#include <set>

#include "guong/api/answer.h"
#include "support/api_scenario.h"
#include "unit/units/tree.h"

using namespace guong;
using namespace guong::test;
using http::Method;
using nlohmann::json;

namespace {

struct Office {
  explicit Office(const TestDatabase& database) : caller(database, units::unit_routes()) {}

  Answer import(Person& by, const std::string& csv) {
    return caller.post(by, "/api/units/import", json{{"csv", csv}});
  }
  json items(const std::string& query) {
    const auto answer = caller.get(stranger, "/api/units" + query);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.json();
  }
  std::vector<std::string> codes(const std::string& query) {
    std::vector<std::string> out;
    const auto page_body = items(query);
    for (const auto& item : page_body["items"]) out.push_back(item["code"]);
    return out;
  }

  /// Of the unit with a code in a list.
  std::int64_t id_of(const std::string& code, const std::string& query) {
    const auto page = items(query);
    for (const auto& item : page["items"])
      if (item["code"] == code) return item["id"];
    FAIL("no " << code);
    return 0;
  }

  Caller caller;
  Person administrator = acting({AccountId{7}, SessionId{8}, {{api::Role::administrator, {}, {}}}}),
         entrant = acting({AccountId{9}, SessionId{10}, {}}), stranger;
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("Units are found by beginnings of words without accents, below a parent, and by day") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    REQUIRE(o.import(o.administrator, example_file("units-binh-dinh-2023.csv")).status == 200);
    REQUIRE(o.import(o.administrator, example_file("units-gia-lai-2025.csv")).status == 200);

    CHECK(o.codes("?q=quy+nhon+dong") == Codes{"gl-quy-nhon-dong"});
    CHECK(o.codes("?q=Hòai+Ân&on=2024-01-01") == Codes{"bd-hoai-an"});
    CHECK(o.codes("?q=Hòai+Ân&on=2025-07-01") == Codes{"gl-hoai-an"});
    CHECK(o.codes("?q=khongco").empty());
    const auto id = o.id_of("binh-dinh", "?q=tinh+binh+dinh&limit=200");
    CHECK(o.codes("?limit=200&q=thi+xa&parent=" + std::to_string(id)) == Codes{"bd-an-nhon", "bd-hoai-nhon"});
  }
}

TEST_CASE(
    "What is searched for comes first where its name begins so, and after all that exist what has ended") {
  const std::string lines =
      "old,commune,Xã An Bình,An Bình,,2000-01-01,2025-07-01,,\n"
      "new,commune,Phường An Bình,An Bình,,2025-07-01,,,\n"
      "east,commune,Phường An Bình Đông,An Bình Đông,,2025-07-01,,,\n"
      "school,school,Trường An Bình,An Bình,,,,,\n"
      "far,commune,Xã Bình An,Bình An,,,,,\n";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    REQUIRE(o.import(o.administrator, kHeader + lines).status == 200);
    CHECK(o.codes("?q=an+binh") == Codes{"new", "east", "school", "far", "old"});
    CHECK(o.codes("?q=An+Bình") == o.codes("?q=an+binh"));
    CHECK(o.codes("?q=binh+an") == Codes{"far", "new", "east", "school", "old"});
    CHECK(o.codes("?q=xa") == Codes{"far", "old"});
    // Page by page in the same order.
    Codes seen;
    std::string next;
    do {
      const auto page = o.items("?q=binh&limit=2" + (next.empty() ? "" : "&cursor=" + next));
      for (const auto& item : page["items"]) seen.push_back(item["code"]);
      next = page["next"].is_null() ? "" : page["next"].get<std::string>();
    } while (!next.empty());
    CHECK(seen == Codes{"far", "new", "east", "school", "old"});
  }
}

TEST_CASE("A list of units is read page by page, each unit once") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    o.import(o.administrator, example_file("units-binh-dinh-2023.csv"));
    std::vector<std::string> seen;
    std::string next;
    int pages = 0;
    do {
      const auto page = o.items("?limit=20" + (next.empty() ? "" : "&cursor=" + next));
      for (const auto& item : page["items"]) seen.push_back(item["code"]);
      next = page["next"].is_null() ? "" : page["next"].get<std::string>();
      ++pages;
    } while (!next.empty());
    CHECK(pages == 3);
    CHECK(seen.size() == 59);
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == 59);
    CHECK(o.items("?limit=59")["next"].is_null());
  }
}

TEST_CASE("A unit shows what stands above it, what it came from and what came after it") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    o.import(o.administrator, example_file("units-binh-dinh-2023.csv"));
    o.import(o.administrator, example_file("units-gia-lai-2025.csv"));
    const auto show = [&](const std::string& code, const std::string& query) {
      return o.caller.get(o.stranger, "/api/units/" + std::to_string(o.id_of(code, query))).json();
    };
    const auto district = show("bd-van-canh", "?q=van+canh&on=2024-01-01");
    CHECK(district["name"] == "Huyện Vân Canh");
    REQUIRE(district["above"].size() == 1);
    CHECK(district["above"][0]["name"] == "Tỉnh Bình Định");
    REQUIRE(district["successors"].size() == 3);
    CHECK(district["successors"][0]["kind"] == "split");
    CHECK(district["successors"][0]["on_date"] == "2025-07-01");
    CHECK(district["predecessors"].empty());
    const auto province = show("gia-lai-2025", "?q=tinh+gia+lai&on=2025-07-01");
    REQUIRE(province["predecessors"].size() == 1);
    CHECK(province["predecessors"][0]["unit"]["code"] == "binh-dinh");
    CHECK(o.caller.get(o.stranger, "/api/units/1").status == 404);
    CHECK(o.caller.get(o.stranger, "/api/units/x").status == 404);
  }
}

TEST_CASE("Only an administrator brings units in and takes them out") {
  const std::string a = "a,commune,Xã A,A,,,,,\n", b = "b,commune,Xã B,B,,,,,\n";
  const std::string both = kHeader + a + b;
  const json lines = {{"csv", kHeader + a}};
  const std::string in = "/api/units/import", out = "/api/units/export", added = R"({"added":1,"changed":0})";
  const Headers as_file = {{"content-type", "text/csv; charset=utf-8"}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto answers = check(
        o.caller, {{"nobody", o.stranger, Method::post, in, lines, 401},
                   {"no administrator", o.entrant, Method::post, in, lines, 403},
                   {"in JSON", o.administrator, Method::post, in, lines, 200, {added}},
                   {"a file", o.administrator, Method::post, in, kHeader + b, 200, {added}, {}, as_file},
                   {"no administrator", o.entrant, Method::get, out, nullptr, 403},
                   {"out again", o.administrator, Method::get, out, nullptr, 200}});
    CHECK(answers.back().header("Content-Type") == "text/csv; charset=utf-8");
    CHECK(answers.back().text == both);
  }
}

TEST_CASE("Faults of a file are answered line by line in the reader's language") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto refused = o.import(o.administrator, kHeader + "a,commune,,A,nowhere,x,,,\n");
    REQUIRE(refused.status == 422);
    const auto faults = refused.json()["faults"];
    REQUIRE(faults.size() == 2);
    CHECK(faults[0]["pointer"] == "/lines/2/name");
    CHECK(faults[1]["detail"] == "Ngày phải có dạng 2025-07-01.");
  }
}

TEST_CASE("Questions that make no sense are refused, not answered with an error of ours") {
  std::string many = "?q=";
  for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + "+";
  const std::string of_another_list = api::join_cursor({std::int64_t{1}, std::int64_t{2}});
  const std::pair<std::string, int> rows[] = {{"?parent=x", 400},
                                              {"?parent=-1", 400},
                                              {"?parent=9999999999999999999999", 400},
                                              {"?on=yesterday", 400},
                                              {"?on=2025-02-30", 400},
                                              {"?cursor=%21", 400},
                                              {"?limit=0", 400},
                                              {"?cursor=" + of_another_list, 400},
                                              {many, 200},
                                              {"?q=%25_'", 200}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    for (const auto& [query, status] : rows)
      check(o.caller, {{query, o.stranger, Method::get, "/api/units" + query, nullptr, status}});
  }
}
