// Faults that a schema cannot see: each is made once, and named at its place.
#include <catch2/catch.hpp>

#include "unit/rules/books.h"

using namespace guong;
using namespace guong::rules;
using namespace guong::test;
using nlohmann::json;
using Told = std::vector<std::string>;

namespace {

struct Case {
  std::vector<Change> changes;
  Told expected;
};

void check(const json& document, const std::vector<Case>& cases) {
  for (const auto& c : cases) {
    INFO(c.changes[0].pointer << " " << c.changes[0].value);
    CHECK(told(rule_book_faults(with(document, c.changes))) == c.expected);
  }
}

/// The small contest with a second round after its first.
json two_rounds() {
  auto document = example("api-test");
  auto second = document["rounds"][0];
  second["id"] = "second";
  document["rounds"].push_back(second);
  return document;
}

}  // namespace

TEST_CASE("Times of the calendar are times, and follow one another") {
  const auto file = [](const char* date) { return std::string(date) + "T08:00:00+07:00"; };
  check(example("api-test"),
        {{{{"/calendar/opens", "05/01/2026"}}, {"/calendar/opens base.not_a_time"}},
         {{{"/calendar/zone", "Mars/Olympus"}}, {"/calendar/zone rules.unknown_zone"}},
         {{{"/calendar/deadline", file("2026-01-05")}}, {"/calendar/deadline rules.dates_out_of_order"}},
         {{{"/calendar/results_at", file("2026-03-01")}, {"/calendar/judging_to", file("2026-03-02")}},
          {"/calendar/results_at rules.dates_out_of_order"}},
         {{{"/notices", json::array({{{"kind", "extension"}, {"date", "hôm qua"}}})}},
          {"/notices/0/date base.not_a_time"}},
         {{{"/notices", json::array({{{"kind", "extension"}, {"date", "2026-01-07"}}})}}, {}},
         {{{"/categories/0/publication", {{"regime", "published"}, {"from", "2026"}}}},
          {"/categories/0/publication/from base.not_a_time"}}});
}

TEST_CASE("Who may enter is said in full") {
  check(example("api-test"),
        {{{{"/eligibility/scope", "members"}}, {"/eligibility/units rules.units_needed"}},
         {{{"/eligibility/scope", "members"}, {"/eligibility/units", {"binh-dinh"}}}, {}},
         {{{"/eligibility/min_age", 30}, {"/eligibility/max_age", 20}},
          {"/eligibility/min_age rules.min_above_max"}},
         {{{"/parent", "guong-co-quan"}}, {"/parent rules.own_parent"}}});
}

TEST_CASE("Ids are used once in their list") {
  check(example("api-test"),
        {{{{"/categories/1/id", "bai-viet"}}, {"/categories/1/id rules.id_twice"}},
         {{{"/fields/1/id", "education"}}, {"/fields/1/id rules.id_twice"}},
         {{{"/prizes/1/id", "first"}}, {"/prizes/1/id rules.id_twice"}},
         {{{"/declarations/1/id", "own_work"}}, {"/declarations/1/id rules.id_twice"}},
         {{{"/rounds/0/criteria/1/id", "impact"}}, {"/rounds/0/criteria/2/id rules.id_twice"}}});
}

TEST_CASE("No category lets an author hand in nothing, or asks for what cannot be") {
  const json work = example("api-test")["categories"][0]["files"][0];
  check(example("api-test"),
        {{{{"/categories/0", {{"id", "x"}, {"name", {{"vi", "X"}}}, {"kind", "writing"}, {"media", "text"}}}},
          {"/categories/0 rules.category_takes_nothing"}},
         {{{"/categories/1/text", false}, {"/categories/1/files/0/min_count", 0}},
          {"/categories/1/files rules.category_may_be_empty"}},
         {{{"/categories/0/files/0/min_count", 1}},
          {"/categories/0/text_or_file rules.text_or_file_needs_both"}},
         {{{"/categories/0/files/0/purpose", "photo"}},
          {"/categories/0/text_or_file rules.text_or_file_needs_both"}},
         {{{"/categories/0/min_words", 300}}, {"/categories/0/min_words rules.min_above_max"}},
         {{{"/categories/1/files/0/min_count", 2}}, {"/categories/1/files/0/min_count rules.min_above_max"}},
         {{{"/categories/1/files/0/min_seconds", 601}},
          {"/categories/1/files/0/min_seconds rules.min_above_max"}},
         {{{"/categories/0/files/1", work}}, {"/categories/0/files/1/purpose rules.id_twice"}}});
}

TEST_CASE("Marks can be given and cards combined") {
  const std::string criterion = "/rounds/0/criteria/0";
  check(example("api-test"),
        {{{{criterion + "/step", 0.7}}, {criterion + "/step rules.step_does_not_fit"}},
         {{{criterion + "/step", 0}}, {criterion + "/step rules.must_be_positive"}},
         {{{criterion + "/max", 0}}, {criterion + "/max rules.must_be_positive"}},
         {{{criterion + "/weight", 0}}, {criterion + "/weight rules.must_be_positive"}},
         {{{criterion + "/step", 0.0000001}}, {criterion + "/step rules.too_many_places"}},
         {{{"/rounds/0/combine", "trimmed_mean"}}, {"/rounds/0/trim base.required"}},
         {{{"/rounds/0/trim", {{"each_side", 1}, {"from_cards", 3}}}},
          {"/rounds/0/trim rules.trim_without_trimmed_mean"}},
         {{{"/rounds/0/combine", "trimmed_mean"}, {"/rounds/0/trim", {{"each_side", 2}, {"from_cards", 4}}}},
          {"/rounds/0/trim/from_cards rules.trim_takes_all"}},
         {{{"/rounds/0/combine", "trimmed_mean"}, {"/rounds/0/trim", {{"each_side", 1}, {"from_cards", 3}}}},
          {}},
         {{{"/rounds/0/judges_per_entry", 1},
           {"/rounds/0/discrepancy", {{"threshold", 20}, {"then", "extra_alone"}}}},
          {"/rounds/0/discrepancy rules.discrepancy_needs_two"}},
         {{{"/rounds/0/discrepancy", {{"threshold", 0}, {"then", "extra_alone"}}}},
          {"/rounds/0/discrepancy/threshold rules.must_be_positive"}}});
}

TEST_CASE("Works advance to a round that there is, by a line that can be drawn") {
  const std::string here = "/rounds/0/advance";
  const auto by = [&](const char* rule, const json& value) {
    return std::vector<Change>{{here, {{"by", rule}, {"value", value}}}};
  };
  check(two_rounds(), {{{{here, {{"by", "top_n"}}}}, {here + "/value base.required"}},
                       {by("top_n", 0.5), {here + "/value rules.advance_not_whole"}},
                       {by("top_n", 0), {here + "/value rules.advance_not_whole"}},
                       {by("top_n", 1), {}},
                       {by("top_percent", 101), {here + "/value rules.advance_percent"}},
                       {by("top_percent", 0), {here + "/value rules.advance_percent"}},
                       {by("top_percent", 33.5), {}},
                       {by("min_score", 100.5), {here + "/value rules.score_unreachable"}},
                       {by("min_score", 100), {}},
                       {{{"/rounds/1/advance", {{"by", "top_n"}, {"value", 3}}}},
                        {"/rounds/1/advance rules.last_round_advances"}}});
}

TEST_CASE("The tie-break chain names criteria that are marked, and ends where it settles") {
  check(example("api-test"),
        {{{{"/tie_breaks/0/criterion", "beauty"}}, {"/tie_breaks/0/criterion rules.unknown_id"}},
         {{{"/tie_breaks/0", {{"by", "criterion"}}}}, {"/tie_breaks/0/criterion base.required"}},
         {{{"/tie_breaks/1/by", "shared"}}, {"/tie_breaks/2 rules.never_reached"}}});
  // A first round with criteria of its own needs the chain only when the chain draws its line.
  const std::vector<Change> own = {{"/rounds/0/criteria/0/id", "facts"}};
  auto by_chain = own;
  by_chain.push_back({"/rounds/0/advance", {{"by", "top_n"}, {"value", 3}, {"ties", "tie_breaks"}}});
  check(two_rounds(), {{own, {}}, {by_chain, {"/tie_breaks/0/criterion rules.unknown_id"}}});
}

TEST_CASE("Prizes can be won, and add up to what is announced") {
  check(example("api-test"),
        {{{{"/prizes/0/categories", {"tho"}}}, {"/prizes/0/categories rules.unknown_id"}},
         {{{"/prizes/0/min_score", 100.5}}, {"/prizes/0/min_score rules.score_unreachable"}},
         {{{"/prizes/0/min_score", 150}, {"/rounds/0/combine", "sum"}}, {}},
         {{{"/prizes/0/kind", "special"}}, {"/prizes/0/basis rules.basis_needed"}},
         {{{"/prize_totals", json::array({{{"works", 2}, {"money", 8'000'000}}})}}, {}},
         {{{"/prizes/0/scope", "category"},
           {"/prize_totals", json::array({{{"works", 3}, {"money", 13'000'000}}})}},
          {}},
         {{{"/prize_totals", json::array({{{"works", 3}, {"money", 8'000'000}}})}},
          {"/prize_totals/0/works rules.totals_differ"}},
         {{{"/prize_totals", json::array({{{"category", "tho"}, {"works", 3}}})}},
          {"/prize_totals/0/category rules.unknown_id"}}});
}

TEST_CASE("A sheet of prizes that does not add up, as one was published, is found out") {
  auto document = example("gialai-chinh-luan-2023");
  document["prize_totals"][0]["works"] = 10;
  const auto faults = rule_book_faults(document);
  REQUIRE(told(faults) == Told{"/prize_totals/0/works rules.totals_differ"});
  CHECK(message(faults[0].key, Lang::en, faults[0].params) == "By the prizes it must be 9, not 10.");
}

TEST_CASE("Quotas are ranges, one for each type of unit") {
  const auto quota = [](int min, int max) {
    return json{{"unit_type", "district"}, {"min", min}, {"max", max}};
  };
  check(example("api-test"),
        {{{{"/quotas", json::array({quota(40, 30)})}}, {"/quotas/0/min rules.min_above_max"}},
         {{{"/quotas", json::array({quota(3, 4), quota(5, 6)})}}, {"/quotas/1/unit_type rules.id_twice"}}});
}
