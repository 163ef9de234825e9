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
  Answer accept(Person& someone, const std::string& token) {
    return caller.post(someone, "/api/invitations/" + token + "/accept");
  }
  Person organiser = person("Ban tổ chức", "btc@vidu.vn");
};

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
    const std::string link = "/api/invitations/" + token, judge = R"("role":"judge")";
    check(b.caller, {{"its holder reads it", stranger, Method::get, link, nullptr, 200, {judge, "Cuộc thi"}},
                     {"not signed in", stranger, Method::post, link + "/accept", nullptr, 401},
                     {"accepted", hoa, Method::post, link + "/accept", nullptr, 200, {judge}}});
    CHECK(b.ledger_size() == before + 3);  // made, accepted, role given
    check(b.caller, {{"used up", hoa, Method::post, link + "/accept", nullptr, 404},
                     {"gone", stranger, Method::get, link, nullptr, 404},
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
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    const auto revoked = b.invite("judge");
    const auto old = b.invite("judge");
    const auto list = b.caller.get(b.organiser, "/api/contests/5/invitations").json()["items"];
    for (const auto& item : list)
      CHECK(b.caller
                .send(b.organiser, Method::del,
                      "/api/contests/6/invitations/" + std::to_string(item["id"].get<std::int64_t>()))
                .status == 403);
    const auto answer = b.caller.create(b.organiser, "/api/contests/5/invitations", {{"role", "head"}});
    const auto location = answer.header("Location");
    CHECK(b.caller.send(b.organiser, Method::del, location).status == 204);
    CHECK(b.caller.send(b.organiser, Method::del, location).status == 409);
    CHECK(b.accept(hoa, answer.json()["token"].get<std::string>()).status == 404);
    CHECK(b.accept(hoa, "no-such-token").status == 404);
    b.caller.now = b.caller.now + days(15);
    CHECK(b.accept(hoa, old).status == 404);
    CHECK(revoked != old);
  }
}

TEST_CASE("Nobody judges a contest that they organise") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    CHECK(b.accept(b.organiser, b.invite("judge")).json()["key"] == "accounts.judge_conflict");
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    REQUIRE(b.accept(hoa, b.invite("judge")).status == 200);
    for (const std::string role : {"secretary", "organiser", "head"}) {
      INFO(role);
      const auto token = b.invite(role);
      CHECK(b.accept(hoa, token).json()["key"] == "accounts.judge_conflict");
      auto other = b.person(role, role + "@vidu.vn");
      CHECK(b.accept(other, token).status == 200);  // the refusal did not use the link up
      CHECK(b.accept(other, b.invite("judge")).json()["key"] == "accounts.judge_conflict");
    }
  }
}

TEST_CASE("Nobody judges a contest that they have entered") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Board b(database);
    auto hoa = b.person("Hoa", "hoa@vidu.vn");
    b.caller.store().state().of<accounts::JudgingBars>().all = {has_entered_all};
    const auto judge = b.accept(hoa, b.invite("judge"));
    const auto secretary = b.accept(hoa, b.invite("secretary"));
    CHECK(judge.json()["key"] == "accounts.judge_conflict");
    CHECK(secretary.status == 200);
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
