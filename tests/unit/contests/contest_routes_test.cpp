// Contests over their routes: who sees drafts, lists, previews of faults.
#include <catch2/catch.hpp>
#include <set>

#include "guong/api/answer.h"
#include "support/api_scenario.h"
#include "unit/contests/office.h"

using namespace guong;
using namespace guong::contests;
using namespace guong::test;
using http::Method;
using nlohmann::json;

namespace {

std::string at(ContestId contest, const std::string& rest = "") {
  return "/api/contests/" + std::to_string(contest.value) + rest;
}

struct Routes : Office {
  using Office::Office;
  Person stranger;
  Person entrant = person("Tác Giả", "tac-gia@thi.test");
};

}  // namespace

TEST_CASE("A contest is created, replaced, opened and amended over its routes") {
  const auto changed = with(example("api-test"), {{"/name/vi", "Tên mới"}});
  const json amendment = {
      {"reason", "Ít bài"},
      {"decision_number", "05-TB/BTC"},
      {"rule_book", with(changed, {{"/calendar/deadline", "2026-03-01T17:00:00+07:00"}})}};
  const Headers once{{"if-match", "\"r3\""}, {"idempotency-key", "dieu-chinh-mot"}};
  const std::string name = R"("vi":"Tên mới")", is_open = R"("state":"open")",
                    second = R"("rule_book_version":2)", decision = R"("decision_number":"05-TB/BTC")";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    const auto created = r.caller.create(r.organiser, "/api/contests", example("api-test"));
    REQUIRE(created.status == 201);
    const ContestId id{created.json()["id"].get<std::int64_t>()};
    CHECK(created.header("Location") == at(id));
    CHECK(created.header("ETag") == "\"r1\"");

    const auto book = at(id, "/rule-book"), open = at(id, "/open"), amend = at(id, "/amendments"),
               versions = book + "/versions";
    auto &by = r.organiser, &stranger = r.stranger;
    const auto acts =
        check(r.caller, {{"not blindly", by, Method::put, book, changed, 428},
                         {"replaced", by, Method::put, book, changed, 200, {name}, {}, seen({1})},
                         {"not over what is newer", by, Method::put, book, changed, 412, {}, {}, seen({1})},
                         {"not as it was before", by, Method::post, open, nullptr, 412, {}, {}, seen({1})},
                         {"opened", by, Method::post, open, nullptr, 200, {is_open}, {}, seen({2})},
                         {"once", by, Method::post, open, nullptr, 409, {}, {}, seen({3})},
                         {"amended", by, Method::post, amend, amendment, 201, {second}, {}, once},
                         {"sent twice, done once", by, Method::post, amend, amendment, 201, {}, {}, once}});
    CHECK(acts[1].header("ETag") == "\"r2\"");
    CHECK(acts[7].text == acts[6].text);
    const auto read =
        check(r.caller, {{"the versions", stranger, Method::get, versions, nullptr, 200, {decision}},
                         {"the first", stranger, Method::get, book + "?version=1", nullptr, 200},
                         {"in force", stranger, Method::get, book, nullptr, 200},
                         {"none", stranger, Method::get, book + "?version=3", nullptr, 404},
                         {"no number", stranger, Method::get, book + "?version=x", nullptr, 404}});
    const auto listed = read[0].json()["items"];
    REQUIRE(listed.size() == 2);
    CHECK(listed[1]["decision_number"] == "05-TB/BTC");
    CHECK(read[1].json() == changed);
    CHECK(read[2].json() == amendment["rule_book"]);
  }
}

TEST_CASE("A reason and a decision's number are asked of every amendment") {
  const json nothing = {{"reason", ""}};
  const std::vector<std::string> asked{R"("pointer":"/reason")", R"("pointer":"/decision_number")",
                                       R"("pointer":"/rule_book")"};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    auto& by = r.organiser;
    const auto amend = at(r.opened(example("api-test")), "/amendments");
    const auto answers =
        check(r.caller, {{"all at once", by, Method::post, amend, nothing, 422, asked, {}, seen({2})}});
    CHECK(answers[0].json()["faults"].size() == asked.size());
  }
}

TEST_CASE("A draft is known only to those who hold a role on it") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    const auto draft = r.create(example("api-test"));
    auto secretary = r.person("Thư Ký", "thu-ky@thi.test");
    r.grant(secretary, api::Role::secretary, std::nullopt, draft);
    for (const char* rest : {"", "/rule-book", "/rule-book/versions"})
      check(r.caller, {{"a stranger", r.stranger, Method::get, at(draft, rest), nullptr, 404},
                       {"an entrant", r.entrant, Method::get, at(draft, rest), nullptr, 404},
                       {"its secretary", secretary, Method::get, at(draft, rest), nullptr, 200},
                       {"its organiser", r.organiser, Method::get, at(draft, rest), nullptr, 200}});
    const std::string list = "/api/contests", mine = "/api/contests?mine=1",
                      slug = R"("slug":"guong-co-quan")";
    const auto answers = check(
        r.caller, {{"a stranger's list", r.stranger, Method::get, list, nullptr, 200, {R"("items":[])"}},
                   {"the public list", r.organiser, Method::get, list, nullptr, 200, {R"("items":[])"}},
                   {"the own list", r.organiser, Method::get, mine, nullptr, 200, {slug}},
                   {"an entrant's own", r.entrant, Method::get, mine, nullptr, 200, {R"("items":[])"}}});
    CHECK(answers[2].json()["items"].size() == 1);
    r.open(draft);
    check(r.caller, {{"opened", r.stranger, Method::get, at(draft), nullptr, 200, {slug}}});
    CHECK(r.caller.get(r.stranger, list).json()["items"].size() == 1);
  }
}

TEST_CASE(
    "The own list says by when its contests are marked and published, the public one what it always did") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    const auto rules = with(example("api-test"), {{"/calendar/judging_to", "2030-05-01T10:00:00Z"}});
    r.create(rules);
    r.opened(with(rules, {{"/slug", "cuoc-thi-hai"}}));
    const auto mine = r.caller.get(r.organiser, "/api/contests?mine=1").json()["items"];
    REQUIRE(mine.size() == 2);
    for (const auto& contest : mine) {
      CHECK(contest["calendar"]["judging_to"] == "2030-05-01T10:00:00.000000Z");
      CHECK(contest["calendar"]["appeals_until"].is_null());
    }
    const auto all = r.caller.get(r.organiser, "/api/contests").json()["items"];
    REQUIRE(all.size() == 1);
    CHECK_FALSE(all[0].contains("calendar"));
  }
}

TEST_CASE("Contests are listed newest first, page by page") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    for (int i = 0; i < 5; ++i) {
      r.opened(with(example("api-test"), {{"/slug", "cuoc-thi-" + std::to_string(i)}}));
      if (i % 2) r.caller.now = r.caller.now + minutes(1);  // some at the same moment
    }
    for (const std::string list : {"/api/contests?limit=2", "/api/contests?mine=1&limit=2"}) {
      std::vector<std::string> slugs;
      std::string cursor;
      int pages = 0;
      do {
        const auto page = r.caller.get(r.organiser, list + cursor).json();
        for (const auto& item : page["items"]) slugs.push_back(item["slug"]);
        cursor = page["next"].is_null() ? "" : "&cursor=" + page["next"].get<std::string>();
        ++pages;
      } while (!cursor.empty());
      CHECK(pages == 3);
      CHECK(slugs.front() == "cuoc-thi-4");
      CHECK(std::set<std::string>(slugs.begin(), slugs.end()).size() == 5);
      CHECK(slugs.size() == 5);
    }
    CHECK(r.caller.get(r.stranger, "/api/contests?limit=5").json()["next"].is_null());
    for (const auto& cursor : {std::string("x"), api::join_cursor({std::int64_t{1}, std::string("1")})})
      CHECK(r.caller.get(r.stranger, "/api/contests?cursor=" + cursor).status == 400);
  }
}

TEST_CASE("Anyone signed in may have a rule book looked over; nothing is written") {
  const std::string look = "/api/rule-books/validate";
  const auto bent = with(example("api-test"), {{"/rounds/0/criteria/0/step", 0.7}});
  const std::string where = R"("pointer":"/rounds/0/criteria/0/step")", none = R"("faults":[])",
                    all_obeyed = R"("not_obeyed":[])";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    const auto answers = check(
        r.caller,
        {{"a stranger", r.stranger, Method::post, look, bent, 401},
         {"one fault", r.entrant, Method::post, look + "?lang=en", bent, 200, {where, all_obeyed}, {"},{"}},
         {"not obeyed yet", r.entrant, Method::post, look, example("qdnd-2024"), 200, {none}, {"},{"}},
         {"nothing wrong", r.entrant, Method::post, look, example("demo"), 200, {none, all_obeyed}}});
    CHECK(answers[1].json()["faults"][0]["detail"] == "The maximum must be a whole number of steps.");
    CHECK(answers[2].json()["not_obeyed"].size() == 1);
    CHECK(r.count("select count(*) from contest") == 0);
  }
}

TEST_CASE("Only organisers act, each on their own contests") {
  const auto document = example("api-test"), another = with(document, {{"/slug", "x"}});
  const std::string all = "/api/contests";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Routes r(database);
    const auto contest = r.create(document);
    const auto book = at(contest, "/rule-book"), open = at(contest, "/open");
    auto other = r.person("Người Khác", "khac@thi.test");
    r.grant(other, api::Role::organiser, r.unit("bd-quy-nhon"));
    check(r.caller, {{"a stranger creates", r.stranger, Method::post, all, document, 401, {}, {}, keyed()},
                     {"an entrant creates", r.entrant, Method::post, all, document, 403, {}, {}, keyed()},
                     {"of another unit", other, Method::post, all, another, 403, {}, {}, keyed()},
                     {"an entrant rewrites", r.entrant, Method::put, book, document, 403, {}, {}, seen({1})},
                     {"of another unit rewrites", other, Method::put, book, document, 403, {}, {}, seen({1})},
                     {"an entrant opens", r.entrant, Method::post, open, nullptr, 403, {}, {}, seen({1})},
                     {"of another unit opens", other, Method::post, open, nullptr, 403, {}, {}, seen({1})}});
    CHECK(r.head(contest).state == ContestState::draft);
  }
}
