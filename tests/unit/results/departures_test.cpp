// What the board may do with prizes once it knows names: only what the rule book leaves open, each with its reason in
// the published file.
#include <catch2/catch.hpp>

#include "unit/results/settling.h"

using namespace guong;
using nlohmann::json;
using results::AwardChange;
using test::Pairs;
using test::Settling;
using test::Three;

namespace {

/// Prizes besides the two ranked ones, by the example's rules.
json with_prizes(const json& more, const json& changes = json::object()) {
  auto rules = test::example_rules();
  for (const auto& prize : more) rules["prizes"].push_back(prize);
  rules.update(changes);
  return rules;
}

json prize(const char* id, const char* kind, const json& more = json::object()) {
  json out = {{"id", id}, {"name", {{"vi", id}}}, {"rank", 9}, {"kind", kind}, {"basis", "decision"}};
  if (out["kind"] == "ranked") out.erase("basis");
  out.update(more);
  return out;
}

AwardChange give(const std::string& prize, const std::string& code) { return {false, prize, "", code, {}}; }
AwardChange take(const std::string& prize, const std::string& code) { return {true, prize, "", code, {}}; }

/// The keys of what a change is refused for; empty when it is made.
std::set<std::string> refused(Settling& contest, ResultId id, const std::vector<AwardChange>& changes) {
  std::set<std::string> out;
  try {
    contest.adjust(id, changes);
  } catch (const Error& error) {
    for (const auto& fault : error.faults()) out.insert(fault.key);
    if (error.faults().empty()) out.insert(error.key());
  }
  return out;
}

/// Works by the marks of both judges for content; form and impact alike. In order of the titles.
std::vector<std::string> ranked(Settling& contest, const std::vector<std::string>& contents) {
  std::vector<std::string> codes;
  std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> marks;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    auto author = contest.person("Tác giả " + std::to_string(i + 1));
    codes.push_back(contest.entry(author, "Bài " + std::to_string(i + 1)));
    const std::vector<std::string> card{contents[i], "25", "8"};
    marks[codes.back()] = {card, card};
  }
  contest.judge_all(marks);
  return codes;
}

}  // namespace

TEST_CASE("Ranked prizes go by the ranking, whatever the board would rather have") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Settling contest(database,
                     with_prizes(json::array({prize("third", "ranked", {{"count", 2}, {"rank", 3}})}),
                                 {{"ties_at_prize_line", "all_pass"}, {"awards_per_author", 0}}));
    const auto code = ranked(contest, {"58", "55", "50", "45", "40", "30"});
    const auto id = contest.compute();
    contest.join_by_two(id);
    const auto before = contest.awards(id);
    REQUIRE(before.size() == 4);
    CHECK_FALSE(refused(contest, id, {give("first", code[4])}).empty());  // to rank 5
    CHECK_FALSE(refused(contest, id, {take("first", code[0]), give("first", code[4])}).empty());
    CHECK_FALSE(refused(contest, id, {give("second", code[0])}).empty());  // two to one work
    CHECK_FALSE(refused(contest, id, {give("third", code[4])}).empty());   // one more than there are
    CHECK_FALSE(refused(contest, id, {take("third", code[2])}).empty());   // not the last of its prize
    CHECK(refused(contest, id, {give("first", "ZZZZZZ")}).contains("results.code_unknown"));
    CHECK(refused(contest, id, {{false, "first", "", "", contest.unit("quy-nhon")}})
              .contains("standings.ranked_to_unit"));
    CHECK(contest.awards(id) == before);
    CHECK(refused(contest, id, {take("third", code[3])}).empty());  // the last place may stay vacant
    CHECK(contest.awards(id).size() == 3);
  }
}

TEST_CASE("A prize that the rule book wants given does not stay vacant") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    auto rules = test::example_rules();
    rules["prizes"][0]["may_stay_vacant"] = false;
    Settling contest(database, rules);
    const auto code = ranked(contest, {"58", "55"});
    const auto id = contest.compute();
    contest.join_by_two(id);
    CHECK(refused(contest, id, {take("first", code[0])}).contains("standings.must_not_stay_vacant"));
    CHECK(refused(contest, id, {take("second", code[1])}).empty());
  }
}

TEST_CASE("Equals at the line share a prize only where the rule book has it joint, and all of them") {
  for (const bool joint : {false, true})
    for (auto& database : test::test_databases()) {
      INFO(database.name() << " " << joint);
      auto rules = test::example_rules();
      rules["tie_breaks"] = json::array({json::object({{"by", "shared"}})});
      rules["prizes"][1]["joint"] = joint;
      Settling contest(database, rules);
      const auto code = ranked(contest, {"58", "50", "50", "50"});
      const auto id = contest.compute();
      contest.join_by_two(id);
      const auto x = give("second", code[1]), y = give("second", code[2]), z = give("second", code[3]);
      CHECK_FALSE(refused(contest, id, {x, y}).empty());
      CHECK(refused(contest, id, {x, y, z}).empty() == joint);
      if (!joint) continue;
      CHECK(contest.awards(id).size() == 4);
      contest.propose(id);
      contest.approve(contest.head, id);
      contest.publish(id);
      const auto file = contest.published();
      CHECK(test::faults_of(file).empty());
      CHECK(file["departures"][0]["kind"] == "joint");
    }
}

TEST_CASE("Special prizes go by decision: to works that may have them, never more than there are") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Settling contest(database,
                     with_prizes(json::array({prize("special", "special", {{"count", 1}, {"min_score", 80}}),
                                              prize("units", "collective"), prize("young", "side")}),
                                 {{"ties_at_prize_line", "all_pass"}}));
    const auto code = ranked(contest, {"58", "55", "50", "20"});
    const auto id = contest.compute();
    contest.join_by_two(id);
    CHECK(refused(contest, id, {give("units", code[0])}).contains("standings.collective_to_work"));
    CHECK(refused(contest, id, {give("special", code[3])}).contains("standings.below_min_score"));
    CHECK(refused(contest, id, {give("special", code[0]), give("special", code[1])})
              .contains("standings.too_many_awards"));
    CHECK(refused(contest, id, {give("special", code[0]), {false, "units", "", "", contest.unit("quy-nhon")}})
              .empty());
    CHECK(refused(contest, id, {{false, "units", "", "", contest.unit("quy-nhon")}})
              .contains("standings.award_twice"));
    contest.propose(id);
    contest.approve(contest.head, id);
    contest.publish(id);
    const auto file = contest.published();
    CHECK(test::faults_of(file).empty());
    REQUIRE(file["departures"].size() == 2);
    CHECK(file["departures"][0]["decided_by"]["office"] == "organiser");
    CHECK(file["departures"][0]["reason"] == "Ban Giám khảo họp quyết định");
    CHECK_FALSE(file["departures"][1]["unit_code"].is_null());
    const auto given =
        std::ranges::find_if(file["awards"], [](const json& a) { return a["prize"] == "units"; });
    REQUIRE(given != file["awards"].end());
    CHECK((*given)["unit_code"] == file["departures"][1]["unit_code"]);
  }
}

TEST_CASE("A special prize to a ranked winner is within the author's limit, unless the rule book counts it") {
  for (const bool counts : {false, true})
    for (auto& database : test::test_databases()) {
      INFO(database.name() << " " << counts);
      Settling contest(database, with_prizes(json::array({prize("special", "special", {{"count", 3}})}),
                                             {{"awards_per_author", 1}, {"special_prizes_count", counts}}));
      auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
      const auto x = contest.entry(an, "Bài một"), y = contest.entry(an, "Bài hai"),
                 z = contest.entry(binh, "Bài ba");
      const std::vector<std::string> good{"58", "25", "8"}, fair{"50", "25", "8"}, poor{"40", "25", "8"};
      contest.judge_all({{x, {good, good}}, {y, {fair, fair}}, {z, {poor, poor}}});
      const auto id = contest.compute();
      contest.join_by_two(id);
      CHECK(contest.awards(id) == Pairs{{"first", x}, {"second", z}});
      CHECK(refused(contest, id, {give("special", y)}).contains("standings.author_limit"));  // another work
      CHECK(refused(contest, id, {give("special", x)}).empty() == !counts);
      contest.propose(id);
      contest.approve(contest.head, id);
      contest.publish(id);
      const auto file = contest.published();
      CHECK(test::faults_of(file).empty());
      // y was passed over: the keys show why, and nobody's name.
      CHECK(file["author_keys"][x] == file["author_keys"][y]);
      CHECK(file["author_keys"][x] != file["author_keys"][z]);
      auto bent = file;
      bent["author_keys"][y] = file["author_keys"][z];
      CHECK_FALSE(test::faults_of(bent).empty());
    }
}

TEST_CASE("Prizes proposed undecided stay vacant with the reason, and the equals rank for the next") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    auto rules = test::example_rules();
    rules["tie_breaks"] = json::array({json::object({{"by", "shared"}})});
    rules["prizes"][1]["count"] = 2;
    Settling contest(database, rules);
    const auto code = ranked(contest, {"50", "50", "40"});
    const auto id = contest.compute();
    contest.join_by_two(id);
    contest.propose(id, "Chưa tác phẩm nào nổi trội.");
    CHECK(contest.awards(id).size() == 2);
    contest.approve(contest.head, id);
    contest.publish(id);
    const auto file = contest.published();
    CHECK(test::faults_of(file).empty());
    REQUIRE(file["departures"].size() == 1);
    CHECK(file["departures"][0]["kind"] == "vacant");
    CHECK(file["departures"][0]["reason"] == "Chưa tác phẩm nào nổi trội.");
  }
}

TEST_CASE("Whose other works a winner sent in is in no file unless the limit passed them over") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    contest.settle_and_publish(id);
    const auto keys = contest.published()["author_keys"];
    CHECK(keys.contains(contest.a));
    CHECK(keys.contains(contest.b));
    CHECK_FALSE(keys.contains(contest.c));
  }
}

TEST_CASE("A decision on a tie in one table changes no other table") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    auto rules = test::example_rules();
    rules["prizes"][1]["scope"] = "category";
    Settling contest(database, rules);
    const auto code = ranked(contest, {"50", "50", "40"});
    const auto id = contest.compute();
    const auto decide = [&](const std::vector<std::string>& order, const std::optional<std::string>& table) {
      return test::error_key([&] {
        contest.write(contest.head, [&](auto& tx, auto& context) {
          results::decide_tie(tx, context, contest.contest, id, order, table);
          return 0;
        });
      });
    };
    REQUIRE(contest.view(id)["ranking"]["open_ties"].size() == 2);
    CHECK(decide({code[0], code[1]}, std::nullopt) == "base.invalid");  // which?
    CHECK(decide({code[1], code[0]}, "").empty());
    auto ranking = contest.view(id)["ranking"];
    REQUIRE(ranking["open_ties"].size() == 1);
    CHECK(ranking["open_ties"][0]["category"] == "bai-viet");
    CHECK(decide({code[0], code[1]}, "bai-viet").empty());
    ranking = contest.view(id)["ranking"];
    CHECK(ranking["rankings"][0]["places"][0]["code"] == code[0]);
    CHECK(ranking["rankings"][1]["places"][0]["code"] == code[1]);
  }
}
