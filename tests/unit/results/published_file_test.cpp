// A published file is enough to compute the result again, and shows any change to it.
#include <catch2/catch.hpp>
#include <fstream>

#include "guong/base/crypto.h"
#include "unit/results/settling.h"

using namespace guong;
using nlohmann::json;
using test::Settling;

namespace {

std::string hash_of(const json& value) { return to_hex(as_text(sha256(value.dump()))); }

json published_file(const test::TestDatabase& database) {
  Settling contest(database);
  auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
  const auto x = contest.entry(an, "Bài một"), y = contest.entry(binh, "Bài hai");
  contest.judge_all(
      {{x, {{"50", "25", "8"}, {"50.5", "25", "8"}}}, {y, {{"40", "20", "5"}, {"40", "20", "5.5"}}}});
  contest.settle_and_publish(contest.compute());
  return contest.published();
}

json change(json file, const std::string& pointer, json value) {
  file[json::json_pointer(pointer)] = std::move(value);
  return file;
}

/// The same with the hash made to fit: only the arithmetic can tell.
json forged(json file, const std::string& pointer, json value) {
  file = change(std::move(file), pointer, std::move(value));
  file["ranking_sha256"] = hash_of(file["ranking"]);
  return file;
}

}  // namespace

TEST_CASE("Anyone can compute a published result again, and whatever was bent shows") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const auto file = published_file(database);
    CHECK(test::faults_of(file).empty());
    const auto mark = "/ranking/rounds/0/works/0/cards/0/marks/content";
    const auto bent = [&](const json& other) { return !test::faults_of(other).empty(); };
    CHECK(bent(change(file, mark, 12)));
    CHECK(bent(forged(file, mark, 12)));
    CHECK(bent(forged(file, mark, 61)));     // above the criterion's maximum
    CHECK(bent(forged(file, mark, 12.25)));  // off the step
    CHECK(bent(forged(file, "/ranking/rankings/0/places/0/rank", 2)));
    CHECK(bent(forged(file, "/ranking/rankings/0/places/0/score", "99")));
    CHECK(bent(forged(file, "/ranking/rounds/0/works/0/cards/0/total", "1/3")));
    CHECK(bent(change(file, "/awards/0/rank", 2)));
    CHECK(bent(change(file, "/awards/0/prize", "second")));
    CHECK(bent(change(file, "/awards/0/score", "100")));
    CHECK(bent(change(file, "/rule_book/document", file["rule_book"]["document"].get<std::string>() + " ")));
    CHECK(bent(change(file, "/ranking/rounds", "x")));
    CHECK(bent(json::object()));
  }
}

TEST_CASE("The file says what the ledger's record committed to") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    auto file = published_file(database);
    const auto head = file["ledger"]["head"].get<std::string>();
    CHECK(head.starts_with("test.invalid/ledger\n"));
    file.erase("ledger");
    CHECK(file["ranking_sha256"] == hash_of(file["ranking"]));
  }
}

TEST_CASE("Whoever reached a later round stands before whoever did not") {
  auto rules = test::example_rules();
  auto second = rules["rounds"][0];
  second["id"] = "last";
  second["judges_per_entry"] = 1;
  rules["rounds"][0]["advance"] = {{"by", "top_n"}, {"value", 1}};
  rules["rounds"].push_back(second);
  rules::RuleBook book;
  try {
    book = rules::parse_rule_book(rules);
  } catch (const Error& error) {
    for (const auto& fault : error.faults()) UNSCOPED_INFO(fault.pointer << " " << fault.key);
    FAIL("the rule book has faults");
  }
  const auto card = [](const char* judge, const char* content) {
    return standings::CountedCard{judge,
                                  false,
                                  {{"content", *parse_decimal(content)},
                                   {"form", *parse_decimal("20")},
                                   {"impact", *parse_decimal("5")}}};
  };
  standings::Ranking ranking;
  ranking.rounds = {
      {1,
       {standings::score_entry(book.rounds[0], "AAA", "bai-viet", {card("J1", "50"), card("J2", "50")}),
        standings::score_entry(book.rounds[0], "BBB", "bai-viet", {card("J1", "40"), card("J2", "40")})}},
      {2, {standings::score_entry(book.rounds[1], "AAA", "bai-viet", {card("J1", "10")})}}};
  standings::rank(book, ranking);
  const auto& places = ranking.tables.back().places;
  REQUIRE(places.size() == 2);
  CHECK(places[0].code == "AAA");
  CHECK(places[0].round == 2);
  CHECK(to_text(places[0].score) == "35");
  CHECK(places[1].rank == 2);
  CHECK(to_text(places[1].score) == "65");
}

TEST_CASE("A third keeps its exact value") {
  auto rules = test::example_rules();
  rules["rounds"][0]["judges_per_entry"] = 3;
  const auto book = rules::parse_rule_book(rules);
  const auto card = [](const char* judge, const char* content) {
    return standings::CountedCard{judge,
                                  false,
                                  {{"content", *parse_decimal(content)},
                                   {"form", *parse_decimal("25")},
                                   {"impact", *parse_decimal("8")}}};
  };
  const auto work = standings::score_entry(book.rounds[0], "AAA", "bai-viet",
                                           {card("J1", "50"), card("J2", "50"), card("J3", "51")});
  CHECK(to_text(*work.score) == "250/3");
  CHECK(rounded(*work.score, 2) == "83.33");
}
