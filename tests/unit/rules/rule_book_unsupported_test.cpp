// Rules that this program does not carry out are named, and only where a document asks for them.
#include <catch2/catch.hpp>
#include <set>

#include "unit/rules/books.h"

using namespace guong;
using namespace guong::rules;
using namespace guong::test;
using nlohmann::json;
using Told = std::vector<std::string>;

namespace {

struct Case {
  Change change;
  std::string expected;  // "" when it is obeyed
};

const json kUnpublished = {{"regime", "unpublished"}};
const json kCollective = {{"id", "all"}, {"name", {{"vi", "Tập thể"}}}, {"rank", 9}, {"kind", "collective"}};

json collective(const char* basis) {
  json prize = kCollective;
  prize["basis"] = basis;
  return prize;
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {{"/calendar/periods", "monthly"}, "/calendar/periods rules.rule_periods"},
      {{"/calendar/periods", "none"}, ""},
      {{"/calendar/late_policy", "next_edition"}, "/calendar/late_policy rules.rule_late_policy"},
      {{"/calendar/late_policy", "reject"}, ""},
      {{"/eligibility/min_age", 18}, "/eligibility/min_age rules.rule_age"},
      {{"/eligibility/max_age", 30}, "/eligibility/max_age rules.rule_age"},
      {{"/eligibility/guardian_consent_below", 18},
       "/eligibility/guardian_consent_below rules.rule_guardian"},
      {{"/author_data", {"phone", "bank_account"}}, "/author_data/1 rules.rule_author_data"},
      {{"/submission", {{"channels", {"portal", "post"}}}}, "/submission/channels/1 rules.rule_channel"},
      {{"/blind_judging", {{"on", false}}}, "/blind_judging/on rules.rule_not_blind"},
      {{"/blind_judging", {{"on", true}}}, ""},
      {{"/languages", {{"translation_required", true}}},
       "/languages/translation_required rules.rule_translation"},
      {{"/languages", {{"translation_required", false}}}, ""},
      {{"/subject", {{"confirmation_by_unit", true}}},
       "/subject/confirmation_by_unit rules.rule_confirmation"},
      {{"/categories/1",
        {{"id", "video"},
         {"name", {{"vi", "V"}}},
         {"kind", "writing"},
         {"media", "text"},
         {"max_words", 9},
         {"files", example("api-test")["categories"][1]["files"]}}},
       "/categories/1 rules.rule_words_of_files"},
      {{"/categories/0/min_pages", 3}, "/categories/0/min_pages rules.rule_pages"},
      {{"/categories/0/series_parts", 3}, "/categories/0/series_parts rules.rule_series"},
      {{"/categories/0/series_parts", 1}, ""},
      {{"/categories/0/publication", {{"regime", "mixed"}}},
       "/categories/0/publication/regime rules.rule_publication"},
      {{"/categories/0/publication", {{"regime", "any"}}}, ""},
      {{"/categories/0/publication", kUnpublished},
       "/categories/0/publication/regime rules.rule_unpublished"},
      {{"/categories/0/max_similarity_percent", 20},
       "/categories/0/max_similarity_percent rules.rule_similarity"},
      {{"/categories/1/files/0/aspect", "16:9"}, "/categories/1/files/0/aspect rules.rule_aspect"},
      {{"/categories/1/files/0/narration", "required"}, ""},
      {{"/rounds/0/calibration", "zscore"}, "/rounds/0/calibration rules.rule_calibration"},
      {{"/rounds/0/calibration", "none"}, ""},
      {{"/rounds/0/bonus", {{"name", {{"vi", "Thưởng"}}}, {"max", 5}}}, "/rounds/0/bonus rules.rule_bonus"},
      {{"/rounds/0/pairs_by_lot", true}, "/rounds/0/pairs_by_lot rules.rule_pairs"},
      {{"/public_vote", {{"weight_percent", 30}}}, "/public_vote rules.rule_public_vote"},
      {{"/prizes/1/count_unstated", true}, "/prizes/1/count_unstated rules.rule_count_unstated"},
      {{"/prizes/2", collective("works_entered")}, "/prizes/2 rules.rule_prize_kind"},
      {{"/prizes/2", collective("decision")}, ""},
      {{"/most_awarded_percent", 50}, "/most_awarded_percent rules.rule_most_awarded"},
      {{"/results_listed_by", "code"}, "/results_listed_by rules.rule_listed_by_code"},
      {{"/results_listed_by", "author"}, ""},
      {{"/quotas", json::array({{{"unit_type", "district"}, {"max", 20}}})}, "/quotas/0 rules.rule_quota"}};
  return all;
}

}  // namespace

TEST_CASE("Each rule that cannot be obeyed is named, and only when the document asks for it") {
  for (const auto& c : cases()) {
    INFO(c.change.pointer << " " << c.change.value);
    const auto document = with(example("api-test"), {c.change});
    REQUIRE(told(rule_book_faults(document)) == Told{});
    CHECK(told(parse_rule_book(document).unsupported) == (c.expected.empty() ? Told{} : Told{c.expected}));
  }
}

TEST_CASE("Advancement by hand is named") {
  auto document = example("api-test");
  document["rounds"].push_back(with(document["rounds"][0], {{"/id", "second"}}));
  document["rounds"][0]["advance"] = {{"by", "by_hand"}};
  CHECK(told(parse_rule_book(document).unsupported) == Told{"/rounds/0/advance/by rules.rule_by_hand"});
}

TEST_CASE("Unpublished works are obeyed by what every author must declare") {
  auto document = with(example("api-test"),
                       {{"/categories/0/publication", kUnpublished}, {"/declarations/0/id", "unpublished"}});
  CHECK(parse_rule_book(document).unsupported.empty());
  document["declarations"][0]["required"] = false;
  CHECK(parse_rule_book(document).unsupported.size() == 1);
}

TEST_CASE("Every name of a rule that cannot be obeyed is used and tested") {
  std::set<std::string> named{"rules.rule_by_hand"}, known;
  for (const auto& c : cases())
    if (!c.expected.empty()) named.insert(c.expected.substr(c.expected.find(' ') + 1));
  for (const auto key : message_keys())
    if (key.starts_with("rules.rule_")) known.insert(std::string(key));
  CHECK(named == known);
}
