// The examples and what is read from them.
#include "guong/rules/rule_book.h"

#include <catch2/catch.hpp>

#include "guong/scoring/combine.h"
#include "unit/rules/books.h"

using namespace guong;
using namespace guong::rules;
using namespace guong::test;
using nlohmann::json;
using Told = std::vector<std::string>;

TEST_CASE("Every example is a sound rule book and survives being written and read again") {
  const auto names = example_names();
  CHECK(names.size() >= 13);
  for (const auto& name : names) {
    INFO(name);
    const json document = example(name);
    CHECK(told(rule_book_faults(document)) == Told{});
    const json again = json::parse(document.dump());
    CHECK(again == document);
    CHECK(parse_rule_book(again).prizes.size() == document["prizes"].size());
  }
}

TEST_CASE("The demo, the small contest and the double marking can be obeyed as they stand") {
  for (const auto& name : {"demo", "api-test", "double-marking", "gialai-chinh-luan-2023"}) {
    INFO(name);
    CHECK(told(parse_rule_book(example(name)).unsupported) == Told{});
  }
}

TEST_CASE("What real rule books ask beyond that is named where it stands") {
  const std::pair<const char*, Told> cases[] = {
      {"bencat-video-2023",
       {"/submission/channels/0 rules.rule_channel", "/submission/channels/1 rules.rule_channel"}},
      {"danang-2022",
       {"/categories/0/publication/regime rules.rule_publication",
        "/categories/1/publication/regime rules.rule_publication"}},
      {"dongthap-video-2022", {"/categories/0/files/0/aspect rules.rule_aspect"}},
      {"gialai-2022",
       {"/submission/channels/0 rules.rule_channel", "/submission/channels/1 rules.rule_channel",
        "/submission/channels/2 rules.rule_channel"}},
      {"qdnd-2024", {"/categories/0/publication/regime rules.rule_publication"}},
      {"quangnam-2018", {"/results_listed_by rules.rule_listed_by_code"}},
      {"su-nghiep-giao-duc-2018", {"/prizes/3/count_unstated rules.rule_count_unstated"}},
      {"travinh-2023",
       {"/author_data/0 rules.rule_author_data", "/author_data/1 rules.rule_author_data",
        "/author_data/2 rules.rule_author_data", "/author_data/3 rules.rule_author_data",
        "/author_data/4 rules.rule_author_data", "/quotas/0 rules.rule_quota",
        "/quotas/1 rules.rule_quota"}}};
  for (const auto& [name, expected] : cases) {
    INFO(name);
    CHECK(told(parse_rule_book(example(name)).unsupported) == expected);
  }
}

TEST_CASE("The double marking's worked examples come out as the document says") {
  const auto document = example("double-marking");
  const auto rules = parse_rule_book(document);
  const auto& discrepancy = *rules.rounds[0].discrepancy;
  CHECK(rules.rounds[0].combine == "mean");
  CHECK(discrepancy.then == "extra_alone");
  scoring::CombineRule rule;
  rule.threshold = to_rational(discrepancy.threshold);
  rule.inclusive = discrepancy.inclusive;
  rule.then = scoring::AfterDiscrepancy::extra_alone;
  const auto exact = [](const json& number) { return to_rational(*decimal_from_double(number)); };
  const json& examples = document["rounds"][0]["worked_examples"];
  CHECK(examples.size() == 4);
  for (const auto& example : examples) {
    INFO(example);
    std::vector<Rational> totals;
    for (const auto& total : example["totals"]) totals.push_back(exact(total));
    std::optional<Rational> extra, score;
    if (example.contains("extra")) extra = exact(example["extra"]);
    if (example.contains("score")) score = exact(example["score"]);
    CHECK((scoring::score(rule, totals, extra) == score));
  }
}

TEST_CASE("What the document says is what is read") {
  const auto rules = parse_rule_book(example("demo"));
  CHECK(rules.name.in(Lang::en) == "Exemplars of Gia Lai 2026");
  CHECK(rules.calendar.deadline == *from_rfc3339("2026-11-15T10:00:00Z"));
  CHECK(rules.calendar.grace == minutes(60));
  CHECK(rules.calendar.zone == "Asia/Ho_Chi_Minh");
  CHECK(rules.eligibility.max_entries == 3);
  CHECK(rules.declarations.size() == 4);
  CHECK_FALSE(rules.declarations[3].required);
  CHECK(rules.fields.size() == 14);
  const auto* video = find_category(rules, "phong-su-video");
  REQUIRE(video);
  CHECK(video->files[0].max_bytes == 500'000'000);
  CHECK(video->files[0].max_duration_ms == 420'000);
  CHECK_FALSE(find_category(rules, "tho"));
  CHECK(find_field(rules, "health"));
  CHECK(rules.rounds[0].judges_per_entry == 3);
  CHECK(to_text(rules.rounds[0].criteria[0].step) == "0.5");
  CHECK(rules.tie_breaks[0].criterion == "content");
  CHECK(rules.prizes[3].count == 5);
  CHECK(rules.prizes[3].money == 2'000'000);
  CHECK(rules.awards_per_author == 1);

  const auto forwarded = parse_rule_book(example("chinh-luan-2025"));
  CHECK(forwarded.rounds[0].advance == "min_score");
  CHECK(forwarded.rounds[0].advance_value == Decimal{70, 0});
  CHECK(forwarded.quotas[0].max == 200);
  CHECK(forwarded.quotas[0].min_score == Decimal{70, 0});
}

TEST_CASE("What may be left out has its default") {
  auto document = example("api-test");
  auto& round = document["rounds"][0];
  round.erase("combine");
  round.erase("places");
  round["criteria"][0].erase("weight");
  round["criteria"][0].erase("step");
  document.erase("eligibility");
  document.erase("summary");
  const auto rules = parse_rule_book(document);
  CHECK(rules.rounds[0].combine == "mean");
  CHECK(rules.rounds[0].places == 2);
  CHECK(rules.rounds[0].criteria[0].weight == Decimal{60, 0});
  CHECK(rules.rounds[0].criteria[0].step == Decimal{1, 0});
  CHECK(rules.eligibility.scope == "open");
  CHECK(rules.ties_at_prize_line == "decide");
}

TEST_CASE("Parsing refuses a document with faults, naming them") {
  auto document = example("api-test");
  document["rounds"][0]["judges_per_entry"] = 0;
  CHECK(refused([&] { parse_rule_book(document); }) ==
        Told{"/rounds/0/judges_per_entry base.number_out_of_range"});
}

TEST_CASE("The guide for organisers names every rule and every field of the document") {
  std::ifstream file(std::string(GUONG_SOURCE_DIR) + "/docs/rule-book.md");
  const std::string guide{std::istreambuf_iterator<char>(file), {}};
  std::ifstream schema_file(std::string(GUONG_SOURCE_DIR) + "/schema/rule-book.schema.json");
  const auto schema = json::parse(schema_file);
  const json* parts[] = {&schema["properties"], &schema["properties"]["calendar"]["properties"],
                         &schema["properties"]["eligibility"]["properties"],
                         &schema["definitions"]["round"]["properties"]};
  for (const json* part : parts)
    for (const auto& [name, rule] : part->items()) {
      INFO(name);
      CHECK(guide.find(name) != std::string::npos);
    }
}
