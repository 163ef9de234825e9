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
