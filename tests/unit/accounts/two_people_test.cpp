// What one person cannot do alone: hold two roles that exclude each other, appoint a contest's board, take
// over an officer's account. And that the person concerned reads of it.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "accounts/offices.h"
#include "support/api_scenario.h"
#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using Catch::Contains;
using http::Method;
using nlohmann::json;

namespace {

const std::string kGrants = "/api/contests/5/grants", kResets = "/api/password-resets";

using Kinds = std::multiset<std::string>;

struct Board : World {
  explicit Board(const TestDatabase& database) : World(database) {
    grant(organiser, Role::organiser, ContestId{5});
    grant(admin, Role::administrator);
  }
  Answer give(Person& by, Person& to, json rest, const std::string& path = kGrants) {
    rest["account"] = id_of(to).value;
    return caller.create(by, path, rest);
  }
  /// The address at which a proposal is confirmed.
  std::string propose(Person& by, Person& to, const std::string& role) {
    const auto proposed = give(by, to, {{"role", role}});
    REQUIRE(proposed.status == 201);
    CHECK(proposed.json()["waiting"] == true);
    return "/api/grants/" + std::to_string(proposed.json()["id"].get<std::int64_t>()) + "/confirm";
  }
  /// In the order of the alphabet: the clock of a test stands still.
  std::multiset<std::string> kinds_told(Person& who) {
    std::multiset<std::string> out;
    const auto notices = caller.get(who, "/api/me/notices").json();
    for (const auto& one : notices["items"]) out.insert(one["kind"].get<std::string>());
    return out;
  }
  std::string day(int n) { return to_rfc3339(caller.now + days(n)); }

  Person organiser = person("Ban tổ chức", "btc@vidu.vn"), admin = person("Quản trị", "qt@vidu.vn");
};

}  // namespace

TEST_CASE("Roles that exclude each other are compared over the whole time for which they are given") {
  const auto conflict = refusal("accounts.judge_conflict"), held = refusal("accounts.already_held");
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto lan = b.person("Lan", "lan@vidu.vn");
    REQUIRE(b.give(b.organiser, lan, {{"role", "judge"}, {"from", b.day(10)}, {"to", b.day(20)}}).status ==
            201);
    struct Row {
      json role;
      std::string told;
    };
    const Row refused[] = {
        {{{"role", "secretary"}}, conflict},
        {{{"role", "secretary"}, {"from", b.day(19)}}, conflict},
        {{{"role", "head"}, {"from", b.day(1)}, {"to", b.day(11)}}, conflict},
        {{{"role", "inspector"}, {"from", b.day(12)}}, refusal("accounts.inspector_conflict")},
        {{{"role", "judge"}, {"from", b.day(15)}}, held}};
    for (const auto& [role, told] : refused) CHECK_THAT(b.give(b.organiser, lan, role).text, Contains(told));
    const json before = {{"role", "secretary"}, {"to", b.day(10)}},
               after = {{"role", "head"}, {"from", b.day(20)}};
    CHECK(b.give(b.organiser, lan, before).status == 201);
    CHECK(b.give(b.organiser, lan, after).status == 201);
  }
}

TEST_CASE("A role on the installation excludes as one on the contest does") {
  const auto conflict = refusal("accounts.judge_conflict");
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto judge = b.person("Giám khảo", "gk@vidu.vn"), everywhere = b.person("Ban chung", "bc@vidu.vn");
    REQUIRE(b.give(b.organiser, judge, {{"role", "judge"}, {"from", b.day(3)}}).status == 201);
    REQUIRE(b.give(b.admin, everywhere, {{"role", "organiser"}}, "/api/grants").status == 201);
    CHECK_THAT(b.give(b.admin, judge, {{"role", "organiser"}}, "/api/grants").text, Contains(conflict));
    CHECK_THAT(b.give(b.organiser, everywhere, {{"role", "judge"}}).text, Contains(conflict));
    CHECK_THAT(b.give(b.admin, judge, {{"role", "inspector"}}, "/api/grants").text,
               Contains(refusal("accounts.inspector_conflict")));
    CHECK(b.give(b.admin, judge, {{"role", "organiser"}, {"unit", 3}}, "/api/grants").status == 201);
  }
}

TEST_CASE("Head, secretary and organisers count once somebody else has confirmed them") {
  const auto another = refusal("accounts.confirm_by_another");
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto head = b.person("Trưởng ban", "tb@vidu.vn"), secretary = b.person("Thư ký", "tk@vidu.vn");
    const auto confirm = b.propose(b.organiser, head, "head");
    check(b.caller,
          {{"not yet", head, Method::get, "/api/contests/5/people", nullptr, 403},
           {"it is shown",
            b.organiser,
            Method::get,
            "/api/contests/5/people",
            nullptr,
            200,
            {R"("role":"head")", R"("waiting":true)"}},
           {"twice",
            b.organiser,
            Method::post,
            kGrants,
            {{"account", b.id_of(head).value}, {"role", "head"}},
            409,
            {},
            {},
            keyed()},
           {"by who proposed", b.organiser, Method::post, confirm, nullptr, 403},
           {"by the person", head, Method::post, confirm, nullptr, 403},
           {"listed to who may", b.admin, Method::get, "/api/confirmations", nullptr, 200, {"Trưởng ban"}},
           {"to nobody else", secretary, Method::get, "/api/confirmations", nullptr, 200, {}, {"Trưởng"}},
           {"confirmed", b.admin, Method::post, confirm, nullptr, 200, {R"("waiting":false)"}},
           {"once", b.admin, Method::post, confirm, nullptr, 404},
           {"in force", head, Method::get, "/api/contests/5/people", nullptr, 200}});
    const auto second = b.propose(b.organiser, secretary, "secretary");
    check(b.caller, {{"the head sees it", head, Method::get, "/api/confirmations", nullptr, 200, {"Thư ký"}},
                     {"confirmed by the head", head, Method::post, second, nullptr, 200}});
    CHECK(b.kinds_told(head) == Kinds{"grant.confirmed", "grant.proposed"});
  }
}

TEST_CASE("Who proposes has not chosen who confirms") {
  const auto another = refusal("accounts.confirm_by_another");
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto both = b.person("Hai vai", "hv@vidu.vn"), own = b.person("Tài khoản hai", "t2@vidu.vn"),
         head = b.person("Trưởng ban", "tb@vidu.vn");
    // An organiser who is administrator too: their office confirms nothing that they proposed, nor does an
    // administrator whom they made.
    b.grant(both, Role::organiser, ContestId{6});
    b.grant(both, Role::administrator);
    REQUIRE(b.give(both, own, {{"role", "administrator"}}, "/api/grants").status == 201);
    const auto proposed = b.give(both, head, {{"role", "head"}}, "/api/contests/6/grants");
    const auto confirm =
        "/api/grants/" + std::to_string(proposed.json()["id"].get<std::int64_t>()) + "/confirm";
    check(b.caller, {{"oneself", both, Method::post, confirm, nullptr, 409, {another}},
                     {"who is one's own making", own, Method::post, confirm, nullptr, 409, {another}},
                     {"one's own office", b.admin, Method::post, confirm, nullptr, 409, {another}}});
    std::string end;
    const auto me = b.caller.get(both, "/api/me").json();
    for (const auto& role : me["roles"])
      if (role["role"] == "administrator")
        end = "/api/grants/" + std::to_string(role["id"].get<std::int64_t>());
    check(b.caller, {{"the proposer is administrator no more", b.admin, Method::del, end, nullptr, 204},
                     {"still one's own making", own, Method::post, confirm, nullptr, 409, {another}},
                     {"another administrator", b.admin, Method::post, confirm, nullptr, 200}});
  }
}

TEST_CASE("A proposal is withdrawn by an organiser, and whoever has become a judge since is not confirmed") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto lan = b.person("Lan", "lan@vidu.vn");
    const auto proposed = b.give(b.organiser, lan, {{"role", "secretary"}});
    check(b.caller, {{"no judge meanwhile",
                      b.organiser,
                      Method::post,
                      kGrants,
                      {{"account", b.id_of(lan).value}, {"role", "judge"}},
                      409,
                      {},
                      {},
                      keyed()},
                     {"withdrawn", b.organiser, Method::del, proposed.header("Location"), nullptr, 204},
                     {"gone", b.admin, Method::get, "/api/confirmations", nullptr, 200, {R"("items":[])"}},
                     {"a judge now",
                      b.organiser,
                      Method::post,
                      kGrants,
                      {{"account", b.id_of(lan).value}, {"role", "judge"}},
                      201,
                      {},
                      {},
                      keyed()}});
    CHECK(b.kinds_told(lan) == Kinds{"grant.given", "grant.proposed", "grant.withdrawn"});
  }
}

TEST_CASE("The password of somebody who holds a role is reset by two people") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto head = b.person("Trưởng ban", "tb@vidu.vn"), other = b.person("Người khác", "nk@vidu.vn");
    Person stranger;
    b.grant(head, Role::head, ContestId{5});
    b.caller.post(stranger, kResets, {{"identifier", "btc@vidu.vn"}});
    const auto asked = b.caller.get(b.admin, kResets).json()["items"][0];
    CHECK(asked["needs_two"] == true);
    const auto reset = kResets + "/" + std::to_string(asked["id"].get<std::int64_t>());
    const auto waits =
        check(b.caller,
              {{"one is not enough", b.admin, Method::post, reset + "/link", nullptr, 202, {}, {"token"}},
               {"nor twice the same", b.admin, Method::post, reset + "/link", nullptr, 202, {}, {"token"}},
               {"nobody", other, Method::post, reset + "/approve", nullptr, 403},
               {"nor the person", b.organiser, Method::post, reset + "/approve", nullptr, 404},
               {"who runs the contest sees it",
                head,
                Method::get,
                "/api/confirmations",
                nullptr,
                200,
                {"Ban tổ chức", "password_reset"}},
               {"and approves", head, Method::post, reset + "/approve", nullptr, 204},
               {"seen no more", head, Method::get, "/api/confirmations", nullptr, 200, {R"("items":[])"}},
               {"two", b.admin, Method::post, reset + "/link", nullptr, 201, {"token"}}});
    const auto token = waits.back().json()["token"];
    CHECK(b.kinds_told(b.organiser) ==
          Kinds{"reset.link_made", "reset.approved", "reset.approved", "reset.requested", "grant.given"});
    CHECK(b.caller.get(b.organiser, "/api/me").json()["new_notices"] == 5);
    check(b.caller, {{"redeemed",
                      stranger,
                      Method::post,
                      kResets + "/redeem",
                      {{"token", token}, {"password", "một mật khẩu mới"}},
                      204}});
    REQUIRE(b.sign_in(b.organiser, "btc@vidu.vn", "một mật khẩu mới").status == 200);
    CHECK(b.kinds_told(b.organiser).count("reset.redeemed") == 1);
    CHECK(b.caller.post(b.organiser, "/api/me/notices/seen", nullptr).status == 204);
    CHECK(b.caller.get(b.organiser, "/api/me").json()["new_notices"] == 0);
  }
}

TEST_CASE("The owner who did not ask for a reset ends it") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto lan = b.person("Lan", "lan@vidu.vn");
    Person stranger;
    const auto link = [&] {
      b.caller.post(stranger, kResets, {{"identifier", "lan@vidu.vn"}});
      const auto id = b.caller.get(b.admin, kResets).json()["items"][0]["id"].get<std::int64_t>();
      const auto token =
          b.caller.post(b.admin, kResets + "/" + std::to_string(id) + "/link", nullptr).json()["token"];
      return json{{"token", token}, {"password", "một mật khẩu mới"}};
    };
    const auto first = link();
    check(b.caller, {{"cancelled", lan, Method::del, "/api/me/password-resets", nullptr, 204},
                     {"gone", stranger, Method::post, kResets + "/redeem", first, 404}});
    const auto second = link();
    const json change = {{"current", kPassword}, {"new", "một mật khẩu nữa"}};
    check(b.caller, {{"a new password ends it too", lan, Method::put, "/api/me/password", change, 204},
                     {"gone", stranger, Method::post, kResets + "/redeem", second, 404}});
    const auto third = link();
    b.grant(lan, Role::inspector);
    check(b.caller, {{"a role that came since asks for two",
                      stranger,
                      Method::post,
                      kResets + "/redeem",
                      third,
                      409,
                      {refusal("accounts.reset_needs_second")}}});
  }
}

TEST_CASE("The security page has the tables of the program") {
  std::ifstream file(std::string(GUONG_SOURCE_DIR) + "/docs/security.md");
  std::stringstream page;
  page << file.rdbuf();
  for (const auto& row : accounts::confirmations()) {
    std::string by;
    for (const auto role : api::all_roles())
      if (row.confirmed_by.has(role)) by += (by.empty() ? "" : ", ") + std::string(api::role_name(role));
    CHECK_THAT(page.str(),
               Contains("| " + std::string(api::role_name(row.role)) + " | organiser | " + by + " |"));
  }
  for (const auto& row : accounts::exclusions())
    CHECK_THAT(page.str(), Contains("| " + std::string(api::role_name(row.one)) + " | " +
                                    std::string(api::role_name(row.other)) + " |"));
}
