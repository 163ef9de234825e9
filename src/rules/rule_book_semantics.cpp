// What a schema cannot say of a rule book: dates in order, ids that name something, numbers that
// fit each other.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "rules/rule_book_checks.h"

namespace guong::rules {
namespace {

using nlohmann::json;

std::string at(std::string_view list, std::size_t i) { return std::string(list) + "/" + std::to_string(i); }

bool has_criterion(const Round& round, const std::string& id) {
  return std::ranges::any_of(round.criteria, [&](const auto& c) { return c.id == id; });
}

/// The best score that a round can give.
Rational best_score(const Round& round) {
  Rational best;
  for (const auto& c : round.criteria) best += to_rational(c.weight);
  return round.combine == "sum" ? Rational(best * round.judges_per_entry) : best;
}

class Semantics {
 public:
  Semantics(const json& document, const RuleBook& rules) : document_(document), rules_(rules) {}

  std::vector<Fault> run() {
    calendar();
    entrants();
    unique_ids("/declarations", rules_.declarations);
    unique_ids("/categories", rules_.categories);
    for (std::size_t i = 0; i < rules_.categories.size(); ++i) category(i);
    unique_ids("/fields", rules_.fields);
    unique_ids("/rounds", rules_.rounds);
    for (std::size_t i = 0; i < rules_.rounds.size(); ++i) round(i);
    tie_breaks();
    unique_ids("/prizes", rules_.prizes);
    for (std::size_t i = 0; i < rules_.prizes.size(); ++i) prize(i);
    prize_totals();
    quotas();
    return std::move(faults_);
  }

 private:
  void fault(std::string pointer, std::string key, Params params = {}) {
    faults_.push_back({std::move(pointer), std::move(key), std::move(params)});
  }

  template <class Items>
  void unique_ids(std::string_view list, const Items& items) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!seen.insert(items[i].id).second)
        fault(at(list, i) + "/id", "rules.id_twice", {{"id", items[i].id}});
  }

  template <class Number>
  void in_order(const std::optional<Number>& min, const std::optional<Number>& max,
                const std::string& pointer) {
    if (min && max && *min > *max) fault(pointer, "rules.min_above_max");
  }

  void calendar() {
    const auto& c = rules_.calendar;
    const std::pair<const char*, std::optional<Timestamp>> moments[] = {
        {"opens", c.opens},           {"deadline", c.deadline},     {"judging_from", c.judging_from},
        {"judging_to", c.judging_to}, {"results_at", c.results_at}, {"appeals_until", c.appeals_until}};
    const auto* before = &moments[0];
    for (const auto& moment : moments) {
      if (!moment.second || &moment == before) continue;
      if (*moment.second <= *before->second)
        fault("/calendar/" + std::string(moment.first), "rules.dates_out_of_order",
              {{"before", before->first}});
      before = &moment;
    }
  }

  void entrants() {
    const auto& e = rules_.eligibility;
    if (e.scope != "open" && e.units.empty()) fault("/eligibility/units", "rules.units_needed");
    in_order(e.min_age, e.max_age, "/eligibility/min_age");
    if (e.co_authors_confirm_by && *e.co_authors_confirm_by < rules_.calendar.deadline)
      fault("/eligibility/co_authors_confirm_by", "rules.dates_out_of_order", {{"before", "deadline"}});
    if (!rules_.parent.empty() && rules_.parent == rules_.slug) fault("/parent", "rules.own_parent");
  }

  void category(std::size_t i) {
    const auto& c = rules_.categories[i];
    const std::string here = at("/categories", i);
    what_is_taken(c, here);
    in_order(c.min_words, c.max_words, here + "/min_words");
    std::set<std::string> purposes;
    for (std::size_t j = 0; j < c.files.size(); ++j) {
      const auto& f = c.files[j];
      const std::string pointer = here + at("/files", j);
      in_order(std::optional(f.min_count), std::optional(f.max_count), pointer + "/min_count");
      in_order(f.min_duration_ms, f.max_duration_ms, pointer + "/min_seconds");
      if (!purposes.insert(f.purpose).second)
        fault(pointer + "/purpose", "rules.id_twice", {{"id", f.purpose}});
    }
  }

  /// No author may be able to hand in nothing at all.
  void what_is_taken(const Category& c, const std::string& here) {
    const bool needs_file = std::ranges::any_of(c.files, [](const auto& f) { return f.min_count > 0; });
    const bool may_send_work =
        std::ranges::any_of(c.files, [](const auto& f) { return f.purpose == "work" && f.min_count == 0; });
    if (!c.text && c.files.empty())
      fault(here, "rules.category_takes_nothing");
    else if (c.text_or_file && !(c.text && may_send_work))
      fault(here + "/text_or_file", "rules.text_or_file_needs_both");
    else if (!c.text && !needs_file)
      fault(here + "/files", "rules.category_may_be_empty");
  }

  void round(std::size_t i) {
    const auto& r = rules_.rounds[i];
    const std::string here = at("/rounds", i);
    unique_ids(here + "/criteria", r.criteria);
    for (std::size_t j = 0; j < r.criteria.size(); ++j) criterion(r.criteria[j], here + at("/criteria", j));
    combination(r, here);
    advance(i, here + "/advance");
  }

  void criterion(const CriterionRule& c, const std::string& here) {
    const std::pair<const char*, const Decimal&> numbers[] = {
        {"/weight", c.weight}, {"/max", c.max}, {"/step", c.step}};
    for (const auto& [name, number] : numbers)
      if (number.units <= 0) fault(here + name, "rules.must_be_positive");
    const bool steps = c.max.units > 0 && c.step.units > 0;
    if (steps && Rational(to_rational(c.max) / to_rational(c.step)).get_den() != 1)
      fault(here + "/step", "rules.step_does_not_fit");
  }

  void combination(const Round& r, const std::string& here) {
    if (r.combine == "trimmed_mean" && r.trim_each_side == 0) fault(here + "/trim", "base.required");
    if (r.combine != "trimmed_mean" && r.trim_each_side > 0)
      fault(here + "/trim", "rules.trim_without_trimmed_mean");
    if (r.trim_each_side > 0 && r.trim_from_cards <= 2 * r.trim_each_side)
      fault(here + "/trim/from_cards", "rules.trim_takes_all");
    if (!r.discrepancy) return;
    if (r.judges_per_entry < 2) fault(here + "/discrepancy", "rules.discrepancy_needs_two");
    if (r.discrepancy->threshold.units <= 0) fault(here + "/discrepancy/threshold", "rules.must_be_positive");
  }

  void advance(std::size_t i, const std::string& here) {
    const auto& r = rules_.rounds[i];
    if (i + 1 == rules_.rounds.size()) {
      if (r.advance != "all") fault(here, "rules.last_round_advances");
      return;
    }
    const bool wants_value = r.advance == "top_n" || r.advance == "top_percent" || r.advance == "min_score";
    if (!wants_value) return;
    if (!r.advance_value) return fault(here + "/value", "base.required");
    const auto& value = *r.advance_value;
    const Rational exact = to_rational(value);
    if (r.advance == "top_n" && (value.places != 0 || value.units < 1))
      fault(here + "/value", "rules.advance_not_whole");
    if (r.advance == "top_percent" && (exact <= 0 || exact > 100))
      fault(here + "/value", "rules.advance_percent");
    if (r.advance == "min_score" && exact > best_score(r)) fault(here + "/value", "rules.score_unreachable");
  }

  void tie_breaks() {
    bool settled = false;
    for (std::size_t i = 0; i < rules_.tie_breaks.size(); ++i) {
      const auto& t = rules_.tie_breaks[i];
      const std::string here = at("/tie_breaks", i);
      if (settled) fault(here, "rules.never_reached");
      settled |= t.by == "head_decision" || t.by == "shared";
      if (t.by != "criterion") continue;
      if (t.criterion.empty())
        fault(here + "/criterion", "base.required");
      else if (!known_where_needed(t.criterion))
        fault(here + "/criterion", "rules.unknown_id", {{"id", t.criterion}});
    }
  }

  /// The last round's ranks need the chain, and those of rounds whose line it settles.
  bool known_where_needed(const std::string& criterion) const {
    return std::ranges::all_of(rules_.rounds, [&](const Round& r) {
      const bool needed = &r == &rules_.rounds.back() || r.advance_ties == "tie_breaks";
      return !needed || has_criterion(r, criterion);
    });
  }

  void prize(std::size_t i) {
    const auto& p = rules_.prizes[i];
    for (const auto& id : p.categories)
      if (!find_category(rules_, id))
        fault(at("/prizes", i) + "/categories", "rules.unknown_id", {{"id", id}});
    if (p.min_score && to_rational(*p.min_score) > best_score(rules_.rounds.back()))
      fault(at("/prizes", i) + "/min_score", "rules.score_unreachable");
    if (p.kind != "ranked" && p.basis.empty()) fault(at("/prizes", i) + "/basis", "rules.basis_needed");
  }

  /// In how many categories a prize is given anew; with `only`, whether it is given in that one.
  std::int64_t times_given(const Prize& p, const std::string& only) const {
    const bool everywhere = p.categories.empty();
    if (!only.empty()) {
      const bool here = everywhere ? p.scope == "category" : std::ranges::count(p.categories, only) > 0;
      return here && (p.scope == "category" || p.categories.size() == 1) ? 1 : 0;
    }
    if (p.scope != "category") return 1;
    return static_cast<std::int64_t>(everywhere ? rules_.categories.size() : p.categories.size());
  }

  void prize_totals() {
    const auto totals = document_.value("prize_totals", json::array());
    for (std::size_t i = 0; i < totals.size(); ++i) {
      const std::string category = totals[i].value("category", "");
      if (!category.empty() && !find_category(rules_, category)) {
        fault(at("/prize_totals", i) + "/category", "rules.unknown_id", {{"id", category}});
        continue;
      }
      std::int64_t works = 0, money = 0;
      for (const auto& p : rules_.prizes) {
        works += times_given(p, category) * p.count;
        money += times_given(p, category) * p.count * p.money;
      }
      stated_total(totals[i], "works", works, at("/prize_totals", i));
      stated_total(totals[i], "money", money, at("/prize_totals", i));
    }
  }

  void stated_total(const json& total, const char* name, std::int64_t sum, const std::string& here) {
    const auto stated = total.value(name, sum);
    if (stated != sum)
      fault(here + "/" + name, "rules.totals_differ",
            {{"sum", std::to_string(sum)}, {"stated", std::to_string(stated)}});
  }

  void quotas() {
    std::set<std::string> types;
    for (std::size_t i = 0; i < rules_.quotas.size(); ++i) {
      const auto& q = rules_.quotas[i];
      in_order(std::optional(q.min), std::optional(q.max), at("/quotas", i) + "/min");
      if (!types.insert(q.unit_type).second)
        fault(at("/quotas", i) + "/unit_type", "rules.id_twice", {{"id", q.unit_type}});
    }
  }

  const json& document_;
  const RuleBook& rules_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> semantic_faults(const json& document, const RuleBook& rules) {
  return Semantics(document, rules).run();
}

}  // namespace guong::rules
