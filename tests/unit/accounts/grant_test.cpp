// Giving and ending roles, and the lists of those who hold them.
#include <catch2/catch.hpp>
#include <set>

#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using http::Method;
using nlohmann::json;

namespace {

struct Office : World {
  explicit Office(const TestDatabase& database) : World(database) { grant(admin, Role::administrator); }
  Answer give(Person& by, Person& to, const json& rest, const std::string& path = "/api/grants") {
    auto body = rest;
    body["account"] = id_of(to).value;
    return caller.create(by, path, body);
  }
  Person admin = person("Quản trị", "qt@vidu.vn");
};

}  // namespace

TEST_CASE("An administrator gives and ends roles on units and the installation") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto lan = o.person("Lan", "lan@vidu.vn");
    const auto before = o.ledger_size();
    const auto given = o.give(o.admin, lan, {{"role", "organiser"}, {"unit", 3}});
    REQUIRE(given.status == 201);
    CHECK(given.json()["unit"]["name"] == "Quy Nhơn");
    CHECK(o.ledger_size() == before + 1);
    CHECK(o.give(o.admin, lan, {{"role", "organiser"}, {"unit", 3}}).json()["key"] ==
          "accounts.already_held");
    CHECK(o.give(o.admin, lan, {{"role", "coordinator"}}).json()["faults"][0]["key"] ==
          "accounts.role_needs_unit");
    CHECK(o.give(o.admin, lan, {{"role", "inspector"}, {"unit", 3}}).json()["faults"][0]["key"] ==
          "accounts.role_takes_no_unit");
    CHECK(o.give(o.admin, lan, {{"role", "organiser"}, {"unit", 4}}).json()["faults"][0]["key"] ==
          "accounts.no_such_unit");
    CHECK(o.give(lan, lan, {{"role", "administrator"}}).status == 403);
    CHECK(o.caller.get(lan, "/api/me").json()["roles"][0]["role"] == "organiser");

    CHECK(o.caller.send(o.admin, Method::del, given.header("Location")).status == 204);
    CHECK(o.caller.send(o.admin, Method::del, given.header("Location")).status == 409);
    CHECK(o.caller.get(lan, "/api/me").json()["roles"].empty());
    CHECK(o.ledger_size() == before + 2);
  }
}

TEST_CASE("A role counts from its first day to its last") {
  const auto database = TestDatabase::sqlite();
  Office o(database);
  auto lan = o.person("Lan", "lan@vidu.vn");
  const auto day = [&](int n) { return to_rfc3339(o.caller.now + days(n)); };
  REQUIRE(o.give(o.admin, lan, {{"role", "administrator"}, {"from", day(1)}, {"to", day(3)}}).status == 201);
  CHECK(o.give(o.admin, lan, {{"role", "inspector"}, {"from", day(3)}, {"to", day(1)}}).status == 422);
  CHECK(o.caller.get(lan, "/api/grants").status == 403);
  o.caller.now = o.caller.now + days(2);
  CHECK(o.caller.get(lan, "/api/grants").status == 200);
  o.caller.now = o.caller.now + days(2);
  CHECK(o.caller.get(lan, "/api/grants").status == 403);
}

TEST_CASE("The last administrator stays") {
  const auto database = TestDatabase::sqlite();
  Office o(database);
  const auto own =
      "/api/grants/" +
      std::to_string(o.caller.get(o.admin, "/api/grants").json()["items"][0]["id"].get<std::int64_t>());
  CHECK(o.caller.send(o.admin, Method::del, own).json()["key"] == "accounts.last_administrator");
  auto lan = o.person("Lan", "lan@vidu.vn");
  REQUIRE(o.give(o.admin, lan, {{"role", "administrator"}}).status == 201);
  CHECK(o.caller.send(o.admin, Method::del, own).status == 204);
}

TEST_CASE("An organiser gives roles on the own contest only, and an administrator none there") {
  const auto database = TestDatabase::sqlite();
  Office o(database);
  auto organiser = o.person("Ban tổ chức", "btc@vidu.vn");
  auto lan = o.person("Lan", "lan@vidu.vn");
  o.grant(organiser, Role::organiser, ContestId{5});
  const auto given = o.give(organiser, lan, {{"role", "secretary"}}, "/api/contests/5/grants");
  REQUIRE(given.status == 201);
  CHECK(o.give(organiser, lan, {{"role", "secretary"}}, "/api/contests/6/grants").status == 403);
  CHECK(o.give(o.admin, lan, {{"role", "head"}}, "/api/contests/5/grants").status == 403);
  CHECK(o.give(organiser, lan, {{"role", "judge"}}, "/api/contests/5/grants").json()["key"] ==
        "accounts.judge_conflict");
  CHECK(o.caller.create(organiser, "/api/contests/5/grants", {{"role", "judge"}, {"account", 17}}).status ==
        422);
  const auto id = given.header("Location").substr(given.header("Location").rfind('/'));
  // not one of the installation
  CHECK(o.caller.send(o.admin, Method::del, "/api/grants" + id).status == 404);
  CHECK(o.caller.send(organiser, Method::del, "/api/contests/5/grants" + id).status == 204);
}

TEST_CASE("People are found by the beginning of words of their name, with or without diacritics") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    o.person("Nguyễn Thị Lan", "lan@vidu.vn");
    o.person("Nguyễn Văn Đức", "0905123456");
    o.person("Trần Đức Lân", "duc@vidu.vn");
    const auto names = [&](const std::string& query) {
      std::vector<std::string> found;
      const auto page = o.caller.get(o.admin, "/api/accounts?q=" + query).json();
      for (const auto& item : page["items"]) found.push_back(item["name"].get<std::string>());
      std::sort(found.begin(), found.end());
      return found;
    };
    using Names = std::vector<std::string>;
    CHECK(names("nguyen") == Names{"Nguyễn Thị Lan", "Nguyễn Văn Đức"});
    CHECK(names("%C4%90%E1%BB%A9c") == Names{"Nguyễn Văn Đức", "Trần Đức Lân"});
    CHECK(names("duc+ng") == Names{"Nguyễn Văn Đức"});
    CHECK(names("0905.123.456") == Names{"Nguyễn Văn Đức"});
    CHECK(names("lan%40vidu.vn") == Names{"Nguyễn Thị Lan"});
    CHECK(names("zz").empty());
  }
}

TEST_CASE("Lists of people come page by page, each once") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    for (int i = 0; i < 5; ++i) {
      auto one = o.person("Người " + std::string(1, static_cast<char>('a' + i)),
                          "n" + std::to_string(i) + "@vidu.vn");
      REQUIRE(o.give(o.admin, one, {{"role", "coordinator"}, {"unit", 3}}).status == 201);
    }
    for (const std::string path : {"/api/accounts", "/api/grants"}) {
      std::set<std::int64_t> seen;
      std::string cursor;
      int pages = 0;
      do {
        const auto page =
            o.caller.get(o.admin, path + "?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
        for (const auto& item : page["items"]) CHECK(seen.insert(item["id"].get<std::int64_t>()).second);
        cursor = page["next"].is_null() ? "" : page["next"].get<std::string>();
      } while (!cursor.empty() && ++pages < 10);
      CHECK(seen.size() == 6);
    }
  }
}
