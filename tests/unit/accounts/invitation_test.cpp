// Invitations, and who may not judge.
#include <catch2/catch.hpp>

#include "support/api_scenario.h"
#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using http::Method;
using nlohmann::json;

namespace {

struct Board : World {
  explicit Board(const TestDatabase& database) : World(database) {
    grant(organiser, Role::organiser, ContestId{5});
  }
  std::string invite(const std::string& role) {
    const auto made =
        caller.create(organiser, "/api/contests/5/invitations", {{"role", role}, {"name", "Bà Hoa"}});
    REQUIRE(made.status == 201);
    return made.json()["token"].get<std::string>();
  }
  Person organiser = person("Ban tổ chức", "btc@vidu.vn");
};

const std::string kAccept = "/api/invitations/accept", kShow = "/api/invitations/show";

json of(const std::string& token) { return {{"token", token}}; }

bool has_entered_all(store::Reader&, const api::Keys&, AccountId, ContestId) { return true; }

}  // namespace

TEST_CASE("An invitation makes a judge, once, and is recorded") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    Person stranger;
    const auto before = b.ledger_size();
    const auto token = b.invite("judge");
    const std::string judge = R"("role":"judge")";
    check(b.caller,
          {{"its holder reads it", stranger, Method::post, kShow, of(token), 200, {judge, "Cuộc thi"}},
           {"not signed in", stranger, Method::post, kAccept, of(token), 401},
           {"accepted", hoa, Method::post, kAccept, of(token), 200, {judge}}});
    CHECK(b.ledger_size() == before + 3);  // made, accepted, role given
    check(b.caller, {{"used up", hoa, Method::post, kAccept, of(token), 404},
                     {"gone", stranger, Method::post, kShow, of(token), 404},
                     {"no list for judges", hoa, Method::get, "/api/contests/5/people", nullptr, 403}});
    CHECK(b.caller.get(hoa, "/api/me").json()["roles"][0]["contest"]["id"] == 5);

    const auto list = b.caller.get(b.organiser, "/api/contests/5/invitations");
    CHECK(list.json()["items"][0]["state"] == "used");
    CHECK(list.json()["items"][0]["used_by"]["name"] == "Hoa");
    CHECK(list.text.find(token) == std::string::npos);
    const auto people = b.caller.get(b.organiser, "/api/contests/5/people").json()["items"];
    REQUIRE(people.size() == 2);
    CHECK(people[0]["role"] == "judge");
    CHECK(people[0]["account"]["name"] == "Hoa");
  }
}

TEST_CASE("An invitation that is revoked, over or unknown opens nothing") {
  const std::string own = "/api/contests/5/invitations";
  const json head = {{"role", "head"}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    const auto old = b.invite("judge");
    const auto made = b.caller.create(b.organiser, own, head);
    const auto at = made.header("Location"),
               elsewhere = "/api/contests/6/invitations" + at.substr(at.rfind('/'));
    const auto revoked = made.json()["token"].get<std::string>();
    CHECK(revoked != old);
    check(b.caller, {{"through another contest", b.organiser, Method::del, elsewhere, nullptr, 403},
                     {"revoked", b.organiser, Method::del, at, nullptr, 204},
                     {"once", b.organiser, Method::del, at, nullptr, 409},
                     {"a revoked one", hoa, Method::post, kAccept, of(revoked), 404},
                     {"an unknown one", hoa, Method::post, kAccept, of("no-such-token"), 404}});
    b.caller.now = b.caller.now + days(15);
    check(b.caller, {{"an old one", hoa, Method::post, kAccept, of(old), 404}});
  }
}

TEST_CASE("Nobody judges a contest that they organise") {
  const auto conflict = refusal("accounts.judge_conflict");
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    const auto judge = [&] { return of(b.invite("judge")); };
    check(b.caller, {{"the organiser", b.organiser, Method::post, kAccept, judge(), 409, {conflict}},
                     {"another", hoa, Method::post, kAccept, judge(), 200}});
    for (const std::string role : {"secretary", "organiser", "head"}) {
      INFO(role);
      const auto link = of(b.invite(role));
      auto other = b.person(role, role + "@vidu.vn");
      check(b.caller, {{"a judge", hoa, Method::post, kAccept, link, 409, {conflict}},
                       {"the link is not used up", other, Method::post, kAccept, link, 200},
                       {"nor a judge", other, Method::post, kAccept, judge(), 409, {conflict}}});
    }
  }
}

TEST_CASE("Nobody judges a contest that they have entered") {
  const auto conflict = refusal("accounts.judge_conflict");
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    b.caller.store().state().of<accounts::JudgingBars>().all = {has_entered_all};
    const auto judge = of(b.invite("judge")), secretary = of(b.invite("secretary"));
    check(b.caller, {{"as a judge", hoa, Method::post, kAccept, judge, 409, {conflict}},
                     {"as secretary", hoa, Method::post, kAccept, secretary, 200}});
  }
}

TEST_CASE("Whoever holds an invitation's link reads the contest, the role, whom it is for and who invites") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    Person stranger;
    const auto shown = b.caller.post(stranger, kShow, of(b.invite("judge"))).json();
    CHECK(shown["role"] == "judge");
    CHECK(shown["contest"]["name"]["vi"].is_string());
    CHECK(shown["name"] == "Bà Hoa");
    CHECK(shown["invited_by"] == "Ban tổ chức");
    CHECK_FALSE(shown.contains("note"));
  }
}

TEST_CASE("Several people are invited at once, and nobody while one line is wrong") {
  const std::string batch = "/api/contests/5/invitations/batch";
  const json hoa = {{"role", "judge"}, {"name", "Bà Hoa"}, {"contact", "0905.123.456"}},
             lan = {{"role", "secretary"}, {"name", "Cô Lan"}, {"contact", "LAN@vidu.vn"}},
             wrong = {{"role", "judge"}, {"name", "Ông Ba"}, {"contact", "ba"}},
             nameless = {{"role", "judge"}, {"name", ""}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    const auto before = b.ledger_size();
    const auto refused = [&](const json& people, std::string pointer, std::string key) {
      const auto answer = b.caller.create(b.organiser, batch, {{"people", people}});
      CHECK(answer.status == 422);
      CHECK(answer.text.find(pointer) != std::string::npos);
      CHECK(answer.text.find(key) != std::string::npos);
    };
    refused({hoa, wrong}, "/people/1/contact", "accounts.identifier_wrong");
    refused({hoa, nameless}, "/people/1/name", "base.");
    refused({hoa, lan, hoa}, "/people/2/contact", "accounts.invited_twice");
    refused(json::array(), "/people", "accounts.invited_at_once");
    refused(json(51, hoa), "/people", "accounts.invited_at_once");
    CHECK(b.ledger_size() == before);
    const auto made = b.caller.create(b.organiser, batch, {{"people", {hoa, lan}}});
    REQUIRE(made.status == 201);
    CHECK(b.ledger_size() == before + 2);
    const auto items = made.json()["items"];
    REQUIRE(items.size() == 2);
    CHECK(items[0]["name"] == "Bà Hoa");
    CHECK(items[1]["note"] == "lan@vidu.vn");
    CHECK(items[0]["link"] != items[1]["link"]);
    auto person = b.person("Hoa", "hoa@vidu.vn");
    check(b.caller,
          {{"one of the links", person, Method::post, kAccept, of(items[0]["token"]), 200},
           {"no organiser", person, Method::post, batch, {{"people", {hoa}}}, 403, {}, {}, keyed()}});
  }
}

TEST_CASE(
    "The day of the last sign-in is told of the board to its organisers and head alone, never of a judge or "
    "an inspector") {
  const std::string people = "/api/contests/5/people";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    std::map<std::string, Person> by_role;
    for (const std::string role : {"judge", "inspector", "secretary", "head"}) {
      by_role[role] = b.person(role, role + "@vidu.vn");
      b.grant(by_role[role], *api::role_from_name(role), ContestId{5});
    }
    const auto days_told = [&](Person& reader) {
      std::map<std::string, bool> told;
      const auto list = b.caller.get(reader, people).json();
      for (const auto& one : list["items"]) told[one["role"]] = one["last_day"].is_string();
      return told;
    };
    const std::map<std::string, bool> board{
        {"head", true}, {"inspector", false}, {"judge", false}, {"organiser", true}, {"secretary", true}};
    CHECK(days_told(b.organiser) == board);
    CHECK(days_told(by_role["head"]) == board);
    for (const auto& [role, told] : days_told(by_role["secretary"])) CHECK_FALSE(told);
    CHECK(b.caller.get(b.organiser, people).json()["items"][0]["last_day"].get<std::string>().size() == 10);
  }
}

TEST_CASE("Only the contest's organiser invites, with a key, to roles that a contest has") {
  const json judge = {{"role", "judge"}}, administrator = {{"role", "administrator"}};
  const std::string own = "/api/contests/5/invitations", other = "/api/contests/6/invitations";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    check(b.caller,
          {{"no organiser", hoa, Method::post, own, judge, 403, {}, {}, keyed()},
           {"of another contest", b.organiser, Method::post, other, judge, 403, {}, {}, keyed()},
           {"without a key", b.organiser, Method::post, own, judge, 428},
           {"no role of a contest", b.organiser, Method::post, own, administrator, 422, {}, {}, keyed()}});
  }
}
