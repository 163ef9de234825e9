// Whose member an account is: what it says is a claim, which the unit confirms or refuses, and nobody for
// themselves.
#include <catch2/catch.hpp>
#include <set>

#include "guong/accounts/member.h"
#include "support/api_scenario.h"
#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using Catch::Contains;
using nlohmann::json;

namespace {

constexpr std::int64_t kTown = 3, kWard = 4, kElsewhere = 9;

struct Units : World {
  explicit Units(const TestDatabase& database) : World(database) {
    caller.store().write([&](store::Tx& tx) {
      tx.exec(R"(insert into unit (id, code, type, name, short_name, parent_id, folded)
values (4, 'P1', 'commune', 'Phường Một', 'P1', 3, 'phuong mot'), (9, 'K', 'city', 'Nơi khác', 'NK', null, 'noi khac'))");
    });
    hold(coordinator, Role::coordinator, kTown);
    hold(elsewhere, Role::coordinator, kElsewhere);
  }
  void hold(Person& who, Role role, std::optional<std::int64_t> unit) {
    const auto id = id_of(who);
    const api::Actor nobody{};
    const auto on = unit ? std::optional(UnitId{*unit}) : std::nullopt;
    caller.store().write([&](store::Tx& tx) {
      accounts::grant_role(tx, {nobody, caller.now, caller.random(), caller.keys()},
                           {id, role, std::nullopt, on, {}, {}, ""});
    });
  }
  Person of_unit(const std::string& name, const std::string& email, std::int64_t unit) {
    auto who = person(name, email);
    say(who, unit);
    return who;
  }
  void say(Person& who, json unit) {
    const auto me = caller.get(who, "/api/me");
    REQUIRE(
        caller.send(who, http::Method::patch, "/api/me", {{"unit", unit}}, {{"if-match", me.header("ETag")}})
            .status == 200);
  }
  static std::string members(std::int64_t unit) { return "/api/units/" + std::to_string(unit) + "/members"; }
  /// Names of those listed.
  std::multiset<std::string> listed(Person& by, std::int64_t unit, const std::string& state) {
    std::multiset<std::string> out;
    const auto answer = caller.get(by, members(unit) + "?state=" + state);
    REQUIRE(answer.status == 200);
    const auto body = answer.json();
    for (const auto& one : body["items"]) out.insert(one["account"]["name"].get<std::string>());
    return out;
  }
  Answer confirm(Person& by, std::int64_t unit, Person& who) {
    return caller.post(by, members(unit) + "/confirm", {{"accounts", {id_of(who).value}}});
  }
  Answer act(Person& by, std::int64_t unit, Person& who, const std::string& what, const json& body) {
    return caller.post(by, members(unit) + "/" + std::to_string(id_of(who).value) + "/" + what, body);
  }
  std::string state(Person& who) { return caller.get(who, "/api/me").json()["unit_state"].dump(); }
  std::multiset<std::string> notices(Person& who) {
    std::multiset<std::string> out;
    const auto answer = caller.get(who, "/api/me/notices").json();
    for (const auto& one : answer["items"])
      if (one["unit"].is_object()) out.insert(one["kind"].get<std::string>());
    return out;
  }
  std::optional<UnitId> bound(Person& who) {
    const auto id = id_of(who);
    return caller.store().read([&](store::Reader& reader) { return accounts::member_unit(reader, id); });
  }

  Person coordinator = person("Đầu mối", "dm@vidu.vn"), elsewhere = person("Đầu mối khác", "dmk@vidu.vn");
};

using Names = std::multiset<std::string>;

}  // namespace

TEST_CASE("A unit is a claim until its coordinator confirms it, and the owner is told each step") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Units u(database);
    auto lan = u.of_unit("Nguyễn Lan", "lan@vidu.vn", kWard);
    CHECK(u.state(lan) == R"("claimed")");
    CHECK(u.listed(u.coordinator, kTown, "claimed") == Names{"Nguyễn Lan"});
    const auto before = u.ledger_size();
    CHECK(u.confirm(u.coordinator, kTown, lan).json()["confirmed"] == 1);
    CHECK(u.confirm(u.coordinator, kTown, lan).json()["confirmed"] == 0);
    CHECK(u.state(lan) == R"("confirmed")");
    CHECK(u.listed(u.coordinator, kTown, "confirmed") == Names{"Nguyễn Lan"});
    CHECK(u.act(u.coordinator, kTown, lan, "undo", json::object()).status == 204);
    CHECK(u.state(lan) == R"("claimed")");
    CHECK(u.act(u.coordinator, kTown, lan, "undo", json::object()).status == 409);
    CHECK(u.act(u.coordinator, kTown, lan, "refuse", {{"reason", "Không có trong danh sách"}}).status == 204);
    CHECK(u.caller.get(lan, "/api/me").json()["unit_reason"] == "Không có trong danh sách");
    CHECK(u.listed(u.coordinator, kTown, "refused") == Names{"Nguyễn Lan"});
    CHECK(u.ledger_size() == before + 3);
    CHECK(u.notices(lan) == Names{"member.confirmed", "member.refused", "member.undone"});
  }
}

TEST_CASE("Only those of one's own units are seen, with no more than a hint of their contact") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Units u(database);
    auto lan = u.of_unit("Nguyễn Lan", "lan@vidu.vn", kWard);
    auto minh = u.of_unit("Trần Minh", "minh@vidu.vn", kElsewhere);
    CHECK(u.listed(u.elsewhere, kElsewhere, "claimed") == Names{"Trần Minh"});
    const auto seen = u.caller.get(u.coordinator, Units::members(kTown)).text;
    CHECK_THAT(seen, !Contains("lan@vidu.vn") && Contains("l…@vidu.vn"));
    for (auto* outsider : {&u.elsewhere, &lan}) {
      CHECK(u.caller.get(*outsider, Units::members(kTown)).status >= 403);
      CHECK(u.confirm(*outsider, kTown, lan).status >= 403);
    }
    // Somebody of another unit is nobody here, and a ward's coordinator has no word on the town.
    CHECK(u.confirm(u.coordinator, kTown, minh).status == 404);
    auto ward = u.person("Đầu mối phường", "dmp@vidu.vn");
    u.hold(ward, Role::coordinator, kWard);
    CHECK(u.caller.get(ward, Units::members(kTown)).status == 404);
    CHECK(u.listed(ward, kWard, "claimed") == Names{"Nguyễn Lan"});
    auto organiser = u.person("Ban tổ chức", "btc@vidu.vn");
    u.hold(organiser, Role::organiser, std::nullopt);
    CHECK(u.listed(organiser, kElsewhere, "claimed") == Names{"Trần Minh"});
    auto of_contest = u.person("Ban tổ chức cuộc thi", "btcct@vidu.vn");
    u.grant(of_contest, Role::organiser, ContestId{5});
    CHECK(u.caller.get(of_contest, Units::members(kTown)).status == 404);
  }
}

TEST_CASE("A unit's own list confirms in bulk those who say to be of it, and nobody else") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Units u(database);
    auto lan = u.of_unit("Nguyễn Lan", "lan@vidu.vn", kWard);
    auto hoa = u.of_unit("Lê Hoa", "hoa@vidu.vn", kTown);
    auto minh = u.of_unit("Trần Minh", "minh@vidu.vn", kElsewhere);
    const json list = {"LAN@vidu.vn", "hoa@vidu.vn", "minh@vidu.vn", "khong-co@vidu.vn", "chẳng là gì"};
    const auto answer =
        u.caller.post(u.coordinator, Units::members(kTown) + "/confirm", {{"contacts", list}});
    CHECK(answer.json()["confirmed"] == 2);
    // Whether there is such an account elsewhere is not told.
    CHECK(answer.json()["unmatched"] == json{"minh@vidu.vn", "khong-co@vidu.vn", "chẳng là gì"});
    CHECK(u.state(minh) == R"("claimed")");
    const auto many = json(std::vector<std::string>(201, "lan@vidu.vn"));
    CHECK(u.caller.post(u.coordinator, Units::members(kTown) + "/confirm", {{"contacts", many}}).status ==
          422);
  }
}

TEST_CASE(
    "Another unit is a claim again, and the one that had confirmed goes on counting until it is confirmed") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Units u(database);
    auto lan = u.of_unit("Nguyễn Lan", "lan@vidu.vn", kTown);
    u.confirm(u.coordinator, kTown, lan);
    const auto before = u.ledger_size();
    u.say(lan, kElsewhere);
    CHECK(u.ledger_size() == before + 1);
    CHECK(u.state(lan) == R"("claimed")");
    CHECK(u.bound(lan) == UnitId{kTown});
    u.say(lan, nullptr);
    CHECK(u.bound(lan) == UnitId{kTown});
    u.say(lan, kTown);
    CHECK(u.state(lan) == R"("claimed")");
    u.say(lan, kElsewhere);
    u.confirm(u.elsewhere, kElsewhere, lan);
    CHECK(u.bound(lan) == UnitId{kElsewhere});
  }
}

TEST_CASE("Nobody decides on their own unit") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Units u(database);
    u.say(u.coordinator, kTown);
    CHECK_THAT(u.confirm(u.coordinator, kTown, u.coordinator).text,
               Contains(refusal("accounts.member_self")));
    const json own = {{"contacts", {"dm@vidu.vn"}}};
    CHECK(u.caller.post(u.coordinator, Units::members(kTown) + "/confirm", own).json()["confirmed"] == 0);
    CHECK(u.state(u.coordinator) == R"("claimed")");
  }
}
