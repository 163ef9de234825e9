#include "guong/contests/rule_book.h"

#include <catch2/catch.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace guong::contests {
namespace {

using nlohmann::json;

json example(const std::string& name) {
  std::ifstream in(std::string(GUONG_SOURCE_DIR) + "/schema/examples/" + name + ".json");
  return json::parse(in);
}

bool has_fault(const std::vector<Fault>& faults, std::string_view pointer, std::string_view key) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& f) { return f.pointer == pointer && f.key == key; });
}

TEST_CASE("every example is a sound rule book") {
  int seen = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::string(GUONG_SOURCE_DIR) + "/schema/examples")) {
    if (file.path().extension() != ".json") continue;
    CAPTURE(file.path().stem());
    std::ifstream in(file.path());
    const auto faults = rule_book_faults(json::parse(in));
    for (const auto& f : faults) UNSCOPED_INFO(f.pointer << " " << f.key << " " << (f.params.contains("reason") ? f.params.at("reason") : ""));
    CHECK(faults.empty());
    ++seen;
  }
  CHECK(seen >= 8);
}

TEST_CASE("the demo's rules can all be obeyed") { CHECK(parse_rule_book(example("demo")).not_obeyed.empty()); }

TEST_CASE("a rule that cannot be obeyed yet is named where it stands") {
  CHECK(has_fault(parse_rule_book(example("danang-2022")).not_obeyed, "/categories/0/publication/regime", "contests.rule_publication"));
  CHECK(has_fault(parse_rule_book(example("travinh-2023")).not_obeyed, "/quotas/1", "contests.rule_quota"));
  CHECK(has_fault(parse_rule_book(example("su-nghiep-giao-duc-2018")).not_obeyed, "/prizes/3/count_unstated", "contests.rule_count_unstated"));
  CHECK(has_fault(parse_rule_book(example("chinh-luan-2025")).not_obeyed, "/categories/0/max_similarity_percent", "contests.rule_similarity"));
}

TEST_CASE("what the document says is what is read") {
  const auto rules = parse_rule_book(example("qdnd-2024"));
  CHECK(rules.rounds.size() == 2);
  CHECK(rules.rounds[0].advance == "top_n");
  std::int64_t money = 0, works = 0;
  for (const auto& prize : rules.prizes) {
    money += prize.money * prize.count;
    works += prize.count;
  }
  // The sums that the organisers announced.
  CHECK(money == 250'000'000);
  CHECK(works == 22);
  const auto marking = parse_rule_book(example("double-marking"));
  REQUIRE(marking.rounds[0].discrepancy);
  CHECK(marking.rounds[0].discrepancy->inclusive);
  CHECK(to_text(marking.rounds[0].discrepancy->threshold) == "20");
}

TEST_CASE("the faults of a document come all at once, each with its pointer") {
  json document = example("demo");
  document["calendar"]["deadline"] = "2026-08-01T00:00:00+07:00";
  document["rounds"][0]["criteria"][1]["step"] = 0.7;
  document["tie_breaks"][0]["criterion"] = "nothing";
  document["fields"][1]["id"] = document["fields"][0]["id"];
  const auto faults = rule_book_faults(document);
  CHECK(has_fault(faults, "/calendar/deadline", "contests.dates_out_of_order"));
  CHECK(has_fault(faults, "/rounds/0/criteria/1/step", "contests.step_does_not_fit"));
  CHECK(has_fault(faults, "/tie_breaks/0/criterion", "contests.unknown_id"));
  CHECK(has_fault(faults, "/fields/1/id", "contests.id_twice"));
}

TEST_CASE("what does not fit the schema is refused with its place") {
  json document = example("demo");
  document["level"] = "galactic";
  document["unknown"] = 1;
  CHECK(rule_book_faults(document).size() >= 2);
  CHECK_THROWS_AS(parse_rule_book(json::object()), Error);
  CHECK_THROWS_AS(parse_rule_book(json::array()), Error);
}

TEST_CASE("a weight that is not given is the criterion's maximum") {
  json document = example("demo");
  document["rounds"][0]["criteria"][0].erase("weight");
  CHECK(to_text(parse_rule_book(document).rounds[0].criteria[0].weight) == "60");
}

}  // namespace
}  // namespace guong::contests
