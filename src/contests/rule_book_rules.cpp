#include "contests/rule_book_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace guong::contests {
namespace {

using nlohmann::json;

/// A rule that cannot be obeyed yet: where it stands ("*" for each item of a list) and when its value asks for something.
struct NotYet {
  std::vector<std::string> path;
  bool (*asks)(const json&);
  const char* rule;  // message key of the rule's name
};

bool given(const json& value) { return !value.is_boolean() || value.get<bool>(); }
bool not_none(const json& value) { return value != "none"; }

const std::vector<NotYet>& not_yet() {
  static const std::vector<NotYet> table{
      {{"calendar", "periods"}, not_none, "contests.rule_periods"},
      {{"calendar", "late_policy"}, [](const json& v) { return v == "next_edition"; }, "contests.rule_late_policy"},
      {{"eligibility", "min_age"}, given, "contests.rule_age"},
      {{"eligibility", "max_age"}, given, "contests.rule_age"},
      {{"eligibility", "guardian_consent_below"}, given, "contests.rule_guardian"},
      {{"languages", "translation_required"}, given, "contests.rule_translation"},
      {{"subject", "confirmation_by_unit"}, given, "contests.rule_confirmation"},
      {{"categories", "*", "min_pages"}, given, "contests.rule_pages"},
      {{"categories", "*", "series_parts"}, [](const json& v) { return v > 1; }, "contests.rule_series"},
      {{"categories", "*", "publication", "regime"},
       [](const json& v) { return v != "any" && v != "unpublished"; }, "contests.rule_publication"},
      {{"categories", "*", "max_similarity_percent"}, given, "contests.rule_similarity"},
      {{"categories", "*", "files", "*", "aspect"}, given, "contests.rule_aspect"},
      {{"rounds", "*", "calibration"}, not_none, "contests.rule_calibration"},
      {{"rounds", "*", "bonus"}, given, "contests.rule_bonus"},
      {{"rounds", "*", "pairs_by_lot"}, given, "contests.rule_pairs"},
      {{"rounds", "*", "advance", "by"}, [](const json& v) { return v == "by_hand"; }, "contests.rule_by_hand"},
      {{"public_vote"}, given, "contests.rule_public_vote"},
      {{"prizes", "*", "count_unstated"}, given, "contests.rule_count_unstated"},
      {{"prizes", "*", "kind"}, [](const json& v) { return v != "ranked"; }, "contests.rule_prize_kind"},
      {{"most_awarded_percent"}, given, "contests.rule_most_awarded"},
      {{"results_listed_by"}, [](const json& v) { return v == "code"; }, "contests.rule_listed_by_code"},
      {{"quotas", "*"}, given, "contests.rule_quota"},
  };
  return table;
}

void find(const json& value, const NotYet& rule, std::size_t step, const std::string& pointer, std::vector<Fault>& out) {
  if (step == rule.path.size()) {
    if (rule.asks(value)) out.push_back({pointer, rule.rule, {}});
    return;
  }
  const std::string& name = rule.path[step];
  if (name == "*") {
    for (std::size_t i = 0; i < value.size(); ++i) find(value[i], rule, step + 1, pointer + "/" + std::to_string(i), out);
  } else if (const auto member = value.find(name); member != value.end()) {
    find(*member, rule, step + 1, pointer + "/" + name, out);
  }
}

class Sense {
 public:
  explicit Sense(const RuleBook& rules) : rules_(rules) {}

  std::vector<Fault> run() {
    calendar();
    unique_ids("/categories", rules_.categories);
    unique_ids("/fields", rules_.fields);
    unique_ids("/rounds", rules_.rounds);
    unique_ids("/prizes", rules_.prizes);
    unique_ids("/declarations", rules_.declarations);
    for (std::size_t i = 0; i < rules_.categories.size(); ++i) category(i);
    for (std::size_t i = 0; i < rules_.rounds.size(); ++i) round(i);
    tie_breaks();
    for (std::size_t i = 0; i < rules_.prizes.size(); ++i) prize(i);
    return std::move(faults_);
  }

 private:
  static std::string at(const char* list, std::size_t i) { return std::string(list) + "/" + std::to_string(i); }
  void fault(std::string pointer, std::string key, Params params = {}) {
    faults_.push_back({std::move(pointer), std::move(key), std::move(params)});
  }

  template <class Items>
  void unique_ids(const char* list, const Items& items) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!seen.insert(items[i].id).second) fault(at(list, i) + "/id", "contests.id_twice", {{"id", items[i].id}});
    }
  }

  void calendar() {
    const auto& c = rules_.calendar;
    const std::pair<const char*, std::optional<Timestamp>> order[] = {
        {"opens", c.opens},           {"deadline", c.deadline},     {"judging_from", c.judging_from},
        {"judging_to", c.judging_to}, {"results_at", c.results_at}, {"appeals_until", c.appeals_until}};
    const std::pair<const char*, std::optional<Timestamp>>* before = &order[0];
    for (const auto& moment : order) {
      if (!moment.second || &moment == before) continue;
      if (*moment.second <= *before->second) {
        fault("/calendar/" + std::string(moment.first), "contests.dates_out_of_order", {{"before", before->first}});
      }
      before = &moment;
    }
  }

  void category(std::size_t i) {
    const auto& c = rules_.categories[i];
    if (!c.text && c.files.empty()) fault(at("/categories", i), "contests.category_takes_nothing");
    if (c.min_words && c.max_words && *c.min_words > *c.max_words) fault(at("/categories", i) + "/min_words", "contests.min_above_max");
    for (std::size_t j = 0; j < c.files.size(); ++j) {
      const auto& f = c.files[j];
      const std::string pointer = at("/categories", i) + at("/files", j);
      if (f.min_count > f.max_count) fault(pointer + "/min_count", "contests.min_above_max");
      if (f.min_duration_ms && f.max_duration_ms && *f.min_duration_ms > *f.max_duration_ms) {
        fault(pointer + "/min_seconds", "contests.min_above_max");
      }
      const auto same = [&](const FileRule& other) { return other.purpose == f.purpose; };
      if (std::count_if(c.files.begin(), c.files.end(), same) > 1) fault(pointer + "/purpose", "contests.id_twice", {{"id", f.purpose}});
    }
  }

  void round(std::size_t i) {
    const auto& r = rules_.rounds[i];
    const std::string pointer = at("/rounds", i);
    unique_ids((pointer + "/criteria").c_str(), r.criteria);
    for (std::size_t j = 0; j < r.criteria.size(); ++j) {
      const auto& c = r.criteria[j];
      const std::string here = pointer + at("/criteria", j);
      if (c.max.units <= 0) fault(here + "/max", "contests.must_be_positive");
      if (c.weight.units <= 0) fault(here + "/weight", "contests.must_be_positive");
      if (c.step.units <= 0) {
        fault(here + "/step", "contests.must_be_positive");
      } else if (Rational(to_rational(c.max) / to_rational(c.step)).get_den() != 1) {
        fault(here + "/step", "contests.step_does_not_fit");
      }
    }
    if (r.combine == "trimmed_mean" && r.trim_each_side == 0) fault(pointer + "/trim", "base.required");
    if (r.trim_each_side > 0 && r.trim_from_cards <= 2 * r.trim_each_side) fault(pointer + "/trim/from_cards", "contests.trim_takes_all");
    const bool wants_value = r.advance == "top_n" || r.advance == "top_percent" || r.advance == "min_score";
    if (wants_value && !r.advance_value) fault(pointer + "/advance/value", "base.required");
    if (r.discrepancy && r.judges_per_entry < 2) fault(pointer + "/discrepancy", "contests.discrepancy_needs_two");
  }

  void tie_breaks() {
    for (std::size_t i = 0; i < rules_.tie_breaks.size(); ++i) {
      const auto& t = rules_.tie_breaks[i];
      if (t.by != "criterion") continue;
      const auto& criteria = rules_.rounds.back().criteria;
      const bool known = std::any_of(criteria.begin(), criteria.end(), [&](const auto& c) { return c.id == t.criterion; });
      if (!known) fault(at("/tie_breaks", i) + "/criterion", "contests.unknown_id", {{"id", t.criterion}});
    }
  }

  void prize(std::size_t i) {
    const auto& p = rules_.prizes[i];
    for (const auto& id : p.categories) {
      if (!find_category(rules_, id)) fault(at("/prizes", i) + "/categories", "contests.unknown_id", {{"id", id}});
    }
    if (p.min_score && to_rational(*p.min_score) > best_score()) fault(at("/prizes", i) + "/min_score", "contests.score_unreachable");
  }

  Rational best_score() const {
    Rational best;
    const auto& last = rules_.rounds.back();
    for (const auto& c : last.criteria) best += to_rational(c.weight);
    return last.combine == "sum" ? Rational(best * last.judges_per_entry) : best;
  }

  const RuleBook& rules_;
  std::vector<Fault> faults_;
};

template <class Items>
auto by_id(const Items& items, std::string_view id) -> decltype(&items.front()) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

/// Reads the document if it has the right shape, gathering every fault.
std::optional<RuleBook> examined(const json& document, std::vector<Fault>& faults) {
  faults = schema_faults(document);
  if (!faults.empty()) return std::nullopt;
  RuleBook rules = read_rule_book(document, faults);
  const auto sense = sense_faults(rules);
  faults.insert(faults.end(), sense.begin(), sense.end());
  return rules;
}

}  // namespace

std::vector<Fault> rules_not_obeyed(const json& document) {
  std::vector<Fault> out;
  for (const auto& rule : not_yet()) find(document, rule, 0, "", out);
  return out;
}

std::vector<Fault> sense_faults(const RuleBook& rules) { return Sense(rules).run(); }

const Category* find_category(const RuleBook& rules, std::string_view id) { return by_id(rules.categories, id); }
const Field* find_field(const RuleBook& rules, std::string_view id) { return by_id(rules.fields, id); }

std::vector<Fault> rule_book_faults(const json& document) {
  std::vector<Fault> faults;
  examined(document, faults);
  return faults;
}

RuleBook parse_rule_book(const json& document) {
  std::vector<Fault> faults;
  auto rules = examined(document, faults);
  refuse_if_any(std::move(faults));
  return std::move(*rules);
}

}  // namespace guong::contests
