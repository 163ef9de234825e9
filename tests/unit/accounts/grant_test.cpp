// Giving and ending roles, and the lists of those who hold them.
#include <catch2/catch.hpp>
#include <set>

#include "support/api_scenario.h"
#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using Catch::Contains;
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
  const json on_unit = {{"role", "organiser"}, {"unit", 3}};
  struct Row {
    json role;
    std::string told;
  };
  const Row refused[] = {{on_unit, refusal("accounts.already_held")},
                         {{{"role", "coordinator"}}, refusal("accounts.role_needs_unit")},
                         {{{"role", "inspector"}, {"unit", 3}}, refusal("accounts.role_takes_no_unit")},
                         {{{"role", "organiser"}, {"unit", 4}}, refusal("accounts.no_such_unit")}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto lan = o.person("Lan", "lan@vidu.vn");
    const auto before = o.ledger_size();
    const auto given = o.give(o.admin, lan, on_unit);
    REQUIRE(given.status == 201);
    CHECK(given.json()["unit"]["name"] == "Quy Nhơn");
    CHECK(o.ledger_size() == before + 1);
    for (const auto& [role, told] : refused) CHECK_THAT(o.give(o.admin, lan, role).text, Contains(told));
    CHECK(o.give(lan, lan, {{"role", "administrator"}}).status == 403);
    const auto at = given.header("Location");
    check(o.caller, {{"it is held", lan, Method::get, "/api/me", nullptr, 200, {R"("role":"organiser")"}},
                     {"ended", o.admin, Method::del, at, nullptr, 204},
                     {"once", o.admin, Method::del, at, nullptr, 409},
                     {"held no more", lan, Method::get, "/api/me", nullptr, 200, {R"("roles":[])"}}});
    CHECK(o.ledger_size() == before + 2);
  }
}

TEST_CASE("A role counts from its first day to its last") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto lan = o.person("Lan", "lan@vidu.vn");
    const auto day = [&](int n) { return to_rfc3339(o.caller.now + days(n)); };
    REQUIRE(o.give(o.admin, lan, {{"role", "administrator"}, {"from", day(1)}, {"to", day(3)}}).status ==
            201);
    CHECK(o.give(o.admin, lan, {{"role", "inspector"}, {"from", day(3)}, {"to", day(1)}}).status == 422);
    CHECK(o.caller.get(lan, "/api/grants").status == 403);
    o.caller.now = o.caller.now + days(2);
    CHECK(o.caller.get(lan, "/api/grants").status == 200);
    o.caller.now = o.caller.now + days(2);
    CHECK(o.caller.get(lan, "/api/grants").status == 403);
  }
}

TEST_CASE("The last administrator stays") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto own =
        "/api/grants/" +
        std::to_string(o.caller.get(o.admin, "/api/grants").json()["items"][0]["id"].get<std::int64_t>());
    CHECK(o.caller.send(o.admin, Method::del, own).json()["key"] == "accounts.last_administrator");
    auto lan = o.person("Lan", "lan@vidu.vn");
    REQUIRE(o.give(o.admin, lan, {{"role", "administrator"}}).status == 201);
    CHECK(o.caller.send(o.admin, Method::del, own).status == 204);
  }
}

TEST_CASE("An organiser gives roles on the own contest only, and an administrator none there") {
  const std::string own = "/api/contests/5/grants", other = "/api/contests/6/grants";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto organiser = o.person("Ban tổ chức", "btc@vidu.vn");
    auto lan = o.person("Lan", "lan@vidu.vn");
    o.grant(organiser, Role::organiser, ContestId{5});
    const auto to_lan = [id = o.id_of(lan).value](const char* role) {
      return json{{"account", id}, {"role", role}};
    };
    const json to_nobody = {{"account", 17}, {"role", "judge"}};
    const auto conflict = refusal("accounts.judge_conflict");
    const auto given = check(
        o.caller,
        {{"on the own", organiser, Method::post, own, to_lan("secretary"), 201, {}, {}, keyed()},
         {"on another", organiser, Method::post, other, to_lan("secretary"), 403, {}, {}, keyed()},
         {"an administrator", o.admin, Method::post, own, to_lan("head"), 403, {}, {}, keyed()},
         {"judge and secretary", organiser, Method::post, own, to_lan("judge"), 409, {conflict}, {}, keyed()},
         {"to nobody", organiser, Method::post, own, to_nobody, 422, {}, {}, keyed()}});
    const auto at = given[0].header("Location");
    const auto id = at.substr(at.rfind('/'));
    check(o.caller, {{"not of the installation", o.admin, Method::del, "/api/grants" + id, nullptr, 404},
                     {"ended", organiser, Method::del, own + id, nullptr, 204}});
  }
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
