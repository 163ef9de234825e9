// Prizes as the rules give them, and where people decide: ties, equals at a prize line, prizes taken away.
#include <catch2/catch.hpp>

#include "unit/results/settling.h"

using namespace guong;
using http::Method;
using nlohmann::json;
using test::error_key;
using test::Pairs;
using test::refusal;
using test::Settling;
using test::Three;

TEST_CASE("The head orders works that the rules leave tied, before anybody knows a name") {
  const auto open = refusal("results.ties_open");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Settling contest(database);
    auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
    const auto x = contest.entry(an, "Bài một"), y = contest.entry(binh, "Bài hai");
    contest.judge_all(
        {{x, {{"50", "25", "8"}, {"50", "25", "8"}}}, {y, {{"50", "25", "8"}, {"50", "25", "8"}}}});
    const auto id = contest.compute();
    const auto result = contest.at("/results/" + std::to_string(id.value)), join = result + "/join",
               decide = result + "/tie-decisions";
    const json whole = {{"order", {y, x}}}, part = {{"order", json::array({y})}};
    contest.calls({{"undecided", contest.secretary, Method::post, join, nullptr, 409, {open}},
                   {"no head", contest.organiser, Method::post, decide, whole, 403},
                   {"not all", contest.head, Method::post, decide, part, 422},
                   {"ordered", contest.head, Method::post, decide, whole, 200, {}, {"Nguyễn Văn An"}}});
    CHECK(error_key([&] {
            contest.write(contest.organiser, [&](auto& tx, auto& context) {
              results::decide_tie(tx, context, contest.contest, id, {x, y});
              return 0;
            });
          }) == "base.not_found");  // the use case holds the right by itself
    contest.settle_and_publish(id);
    CHECK(contest.awards(id) == Pairs{{"first", y}, {"second", x}});
    CHECK(test::faults_of(contest.published()).empty());
    CHECK(contest.records("result.tie_decided") == 1);
  }
}

TEST_CASE("Equals at a prize line are decided by hand, and the prizes below follow by the rules") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    auto rules = test::example_rules();
    rules["tie_breaks"] = json::array({json::object({{"by", "shared"}})});
    Settling contest(database, rules);
    auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình"),
         chi = contest.person("Lê Thị Chi");
    const auto x = contest.entry(an, "Bài một"), y = contest.entry(binh, "Bài hai"),
               z = contest.entry(chi, "Bài ba");
    const std::vector<std::string> good{"50", "25", "8"}, fair{"40", "20", "5"};
    contest.judge_all({{x, {good, good}}, {y, {good, good}}, {z, {fair, fair}}});
    const auto id = contest.compute();
    contest.join_by_two(id);
    CHECK(contest.awards(id).empty());
    CHECK(contest.view(id)["undecided"][0]["codes"].size() == 2);
    CHECK(error_key([&] { contest.propose(id); }) == "results.prizes_undecided");
    CHECK(error_key([&] {
            contest.adjust(id, {{false, "first", "", x, {}}, {false, "first", "", y, {}}});
          }) == "base.invalid");
    CHECK(error_key([&] { contest.adjust(id, {{false, "zero", "", x, {}}}); }) == "base.invalid");
    contest.adjust(id, {{false, "first", "", y, {}}});
    CHECK(contest.awards(id) == Pairs{{"first", y}, {"second", x}});
    CHECK(contest.view(id)["undecided"].empty());
    contest.propose(id);
    contest.approve(contest.head, id);
    contest.publish(id);
    CHECK(test::faults_of(contest.published()).empty());
  }
}

TEST_CASE("A place taken away by hand stays vacant, and whoever ranked for it ranks for the next prize") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    contest.join_by_two(id);
    contest.adjust(id, {{true, "first", "", contest.b, {}}});
    CHECK(contest.awards(id) == Pairs{{"second", contest.b}});
    CHECK(contest.records("awards.adjusted") == 1);
    const auto departure = contest.view(id)["departures"][0];
    CHECK(departure["kind"] == "vacant");
    CHECK(departure["prize"] == "first");
    CHECK(departure["reason"] == "Ban Giám khảo họp quyết định");
    CHECK(departure["decided_by"]["id"] == contest.organiser.id.value);
    contest.adjust(id, {{false, "first", "", contest.b, {}}});  // given after all
    CHECK(contest.awards(id) == Pairs{{"first", contest.b}, {"second", contest.a}});
    CHECK(contest.view(id)["departures"].empty());
  }
}

TEST_CASE("An author wins no more prizes than the rules allow") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Settling contest(database);
    auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
    const auto x = contest.entry(an, "Bài một"), y = contest.entry(an, "Bài hai"),
               z = contest.entry(binh, "Bài ba");
    contest.judge_all({{x, {{"60", "30", "10"}, {"60", "30", "10"}}},
                       {y, {{"55", "30", "10"}, {"55", "30", "10"}}},
                       {z, {{"40", "20", "5"}, {"40", "20", "5"}}}});
    const auto id = contest.compute();
    contest.join_by_two(id);
    CHECK(contest.awards(id) == Pairs{{"first", x}, {"second", z}});
    CHECK(error_key([&] {
            contest.adjust(id, {{true, "second", "", z, {}}, {false, "second", "", y, {}}});
          }) == "base.invalid");
  }
}
