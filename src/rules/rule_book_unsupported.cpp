// What a rule book may state and this program does not support yet. docs/rule-book.md lists the same
// rules for organisers.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "rules/rule_book_checks.h"

namespace guong::rules {
namespace {

using nlohmann::json;

/// Where a rule stands ("*" for each item of a list), and when what stands there asks for something
/// that cannot be done. `whole` is the document.
struct NotYet {
  std::vector<std::string_view> path;
  bool (*asks)(const json& value, const json& whole);
  const char* rule;  // message key of the rule's name
};

bool given(const json& value, const json&) { return !value.is_boolean() || value.get<bool>(); }
bool not_none(const json& value, const json&) { return value != "none"; }

bool counts_words_of_files(const json& category, const json&) {
  return !category.value("text", false) && (category.contains("min_words") || category.contains("max_words"));
}

bool wants_proof(const json& regime, const json&) { return regime != "any" && regime != "unpublished"; }

/// "Unpublished" is supported by a declaration of the author.
bool unpublished_but_not_declared(const json& regime, const json& whole) {
  const auto declarations = whole.value("declarations", json::array());
  return regime == "unpublished" && std::ranges::none_of(declarations, [](const json& d) {
           return d.at("id") == "unpublished" && d.value("required", true);
         });
}

bool not_collected(const json& datum, const json&) {
  constexpr std::string_view kCollected[] = {"pen_name", "unit", "address", "phone", "email"};
  return std::ranges::find(kCollected, datum.get<std::string>()) == std::end(kCollected);
}

/// Prizes of other kinds are awarded by hand; formulas are not computed.
bool by_formula(const json& prize, const json&) {
  return prize.value("kind", "ranked") != "ranked" && prize.value("basis", "") != "decision";
}

const std::vector<NotYet>& not_yet() {
  static const std::vector<NotYet> table{
      {{"calendar", "periods"}, not_none, "rules.rule_periods"},
      {{"calendar", "late_policy"},
       [](const json& v, const json&) { return v == "next_edition"; },
       "rules.rule_late_policy"},
      {{"eligibility", "min_age"}, given, "rules.rule_age"},
      {{"eligibility", "max_age"}, given, "rules.rule_age"},
      {{"eligibility", "guardian_consent_below"}, given, "rules.rule_guardian"},
      {{"author_data", "*"}, not_collected, "rules.rule_author_data"},
      {{"submission", "channels", "*"},
       [](const json& v, const json&) { return v != "portal"; },
       "rules.rule_channel"},
      {{"blind_judging", "on"},
       [](const json& v, const json&) { return v == false; },
       "rules.rule_not_blind"},
      {{"languages", "translation_required"}, given, "rules.rule_translation"},
      {{"subject", "confirmation_by_unit"}, given, "rules.rule_confirmation"},
      {{"categories", "*"}, counts_words_of_files, "rules.rule_words_of_files"},
      {{"categories", "*", "min_pages"}, given, "rules.rule_pages"},
      {{"categories", "*", "series_parts"},
       [](const json& v, const json&) { return v > 1; },
       "rules.rule_series"},
      {{"categories", "*", "publication", "regime"}, wants_proof, "rules.rule_publication"},
      {{"categories", "*", "publication", "regime"}, unpublished_but_not_declared, "rules.rule_unpublished"},
      {{"categories", "*", "max_similarity_percent"}, given, "rules.rule_similarity"},
      {{"categories", "*", "files", "*", "aspect"}, given, "rules.rule_aspect"},
      {{"rounds", "*", "calibration"}, not_none, "rules.rule_calibration"},
      {{"rounds", "*", "bonus"}, given, "rules.rule_bonus"},
      {{"rounds", "*", "pairs_by_lot"}, given, "rules.rule_pairs"},
      {{"rounds", "*", "advance", "by"},
       [](const json& v, const json&) { return v == "by_hand"; },
       "rules.rule_by_hand"},
      {{"public_vote"}, given, "rules.rule_public_vote"},
      {{"prizes", "*", "count_unstated"}, given, "rules.rule_count_unstated"},
      {{"prizes", "*"}, by_formula, "rules.rule_prize_kind"},
      {{"most_awarded_percent"}, given, "rules.rule_most_awarded"},
      {{"results_listed_by"},
       [](const json& v, const json&) { return v == "code"; },
       "rules.rule_listed_by_code"},
      {{"quotas", "*"}, given, "rules.rule_quota"},
  };
  return table;
}

class Search {
 public:
  explicit Search(const json& document) : document_(document) {}

  std::vector<Fault> run() {
    for (const auto& rule : not_yet()) find(document_, rule, 0, "");
    return std::move(found_);
  }

 private:
  void find(const json& value, const NotYet& rule, std::size_t step, const std::string& pointer) {
    if (step == rule.path.size()) return judge(value, rule, pointer);
    const std::string name(rule.path[step]);
    if (name == "*") {
      for (std::size_t i = 0; i < value.size(); ++i)
        find(value[i], rule, step + 1, pointer + "/" + std::to_string(i));
    } else if (const auto member = value.find(name); member != value.end()) {
      find(*member, rule, step + 1, pointer + "/" + name);
    }
  }

  void judge(const json& value, const NotYet& rule, const std::string& pointer) {
    if (!rule.asks(value, document_)) return;
    Params params;
    if (value.is_string()) params["value"] = value.get<std::string>();
    found_.push_back({pointer, rule.rule, std::move(params)});
  }

  const json& document_;
  std::vector<Fault> found_;
};

}  // namespace

std::vector<Fault> unsupported_rules(const json& document) { return Search(document).run(); }

}  // namespace guong::rules
