// Translates the rule book's words into scoring's rules, and calls scoring, which knows no rule book.
#include "guong/standings/entry_score.h"

#include <algorithm>

#include "guong/base/enum_names.h"
#include "guong/scoring/advance.h"
#include "guong/standings/round_rules.h"

namespace guong::standings {
namespace {

using scoring::Advance;
using scoring::AfterDiscrepancy;
using scoring::Combine;
using By = scoring::TieBreakStep::By;
constexpr EnumNames<Combine, 4> kCombineNames{{{{Combine::mean, "mean"},
                                                {Combine::trimmed_mean, "trimmed_mean"},
                                                {Combine::median, "median"},
                                                {Combine::sum, "sum"}}}};
constexpr EnumNames<AfterDiscrepancy, 3> kAfterDiscrepancyNames{
    {{{AfterDiscrepancy::mean_of_all, "mean_of_all"},
      {AfterDiscrepancy::mean_of_two_closest, "mean_of_two_closest"},
      {AfterDiscrepancy::extra_alone, "extra_alone"}}}};
constexpr EnumNames<By, 5> kTieBreakNames{{{{By::criterion, "criterion"},
                                            {By::highest_card, "highest_card"},
                                            {By::smallest_spread, "smallest_spread"},
                                            {By::head_decision, "head_decision"},
                                            {By::shared, "shared"}}}};
constexpr EnumNames<Advance, 4> kAdvanceNames{{{{Advance::all, "all"},
                                                {Advance::top_n, "top_n"},
                                                {Advance::top_percent, "top_percent"},
                                                {Advance::min_score, "min_score"}}}};

struct Split {
  std::vector<Rational> regular;
  std::optional<Rational> extra;
};
Split split(const EntryScore& entry) {
  Split out;
  for (std::size_t i = 0; i < entry.cards.size(); ++i) {
    if (!entry.cards[i].extra)
      out.regular.push_back(entry.totals[i]);
    else if (!out.extra)
      out.extra = entry.totals[i];
  }
  return out;
}

/// What tie-breaks look at: means of criteria, the highest card, the spread.
void add_tie_break_facts(const rules::Round& round, EntryScore& entry, bool extra_only) {
  std::optional<Rational> low;
  int count = 0;
  for (std::size_t i = 0; i < entry.cards.size(); ++i) {
    if (extra_only && !entry.cards[i].extra) continue;
    ++count;
    for (const auto& [criterion, mark] : entry.cards[i].marks)
      entry.criterion_means[criterion] += to_rational(mark);
    if (!low || entry.totals[i] < *low) low = entry.totals[i];
    if (count == 1 || entry.totals[i] > entry.highest_card) entry.highest_card = entry.totals[i];
  }
  for (auto& [criterion, sum] : entry.criterion_means) sum /= count;
  if (low) entry.spread = entry.highest_card - *low;
  for (const auto& criterion : round.criteria) entry.criterion_means.try_emplace(criterion.id, 0);
}

}  // namespace

std::vector<scoring::Criterion> criteria_of(const rules::Round& round) {
  std::vector<scoring::Criterion> out;
  for (const auto& c : round.criteria) out.push_back({c.id, c.weight, c.max, c.step});
  return out;
}

scoring::CombineRule combine_rule(const rules::Round& round) {
  scoring::CombineRule rule;
  rule.combine = kCombineNames.read(round.combine);
  rule.trim_each_side = round.trim_each_side;
  rule.trim_from_cards = round.trim_from_cards;
  if (round.discrepancy) {
    rule.threshold = to_rational(round.discrepancy->threshold);
    rule.inclusive = round.discrepancy->inclusive;
    rule.then = kAfterDiscrepancyNames.read(round.discrepancy->then);
  }
  return rule;
}

std::vector<scoring::TieBreakStep> tie_breaks_of(const rules::RuleBook& rules) {
  std::vector<scoring::TieBreakStep> out;
  for (const auto& step : rules.tie_breaks) out.push_back({kTieBreakNames.read(step.by), step.criterion});
  return out;
}

EntryScore score_entry(const rules::Round& round, std::string code, std::string category,
                       std::vector<CountedCard> cards) {
  EntryScore entry{std::move(code), std::move(category), std::move(cards), {}, std::nullopt, {}, 0, 0};
  const auto criteria = criteria_of(round);
  for (const auto& card : entry.cards) entry.totals.push_back(scoring::card_total(criteria, card.marks));
  const auto rule = combine_rule(round);
  const auto [regular, extra] = split(entry);
  if (static_cast<int>(regular.size()) < round.judges_per_entry) return entry;
  entry.score = scoring::score(rule, regular, extra);
  const bool extra_only =
      extra && rule.then == scoring::AfterDiscrepancy::extra_alone && scoring::needs_extra(rule, regular);
  add_tie_break_facts(round, entry, extra_only);
  return entry;
}

bool extra_judge_needed(const rules::Round& round, const std::vector<CountedCard>& cards) {
  const auto entry = score_entry(round, "", "", cards);
  const auto regular = split(entry).regular;
  return static_cast<int>(regular.size()) >= round.judges_per_entry &&
         scoring::needs_extra(combine_rule(round), regular);
}

std::vector<scoring::Ranked> rank_entries(const rules::RuleBook& rules,
                                          const std::vector<const EntryScore*>& scores,
                                          const scoring::HeadDecisions& decisions) {
  std::vector<scoring::Competitor> competitors;
  for (const auto* entry : scores)
    if (entry->score)
      competitors.push_back({entry->code, entry->category, *entry->score, entry->criterion_means,
                             entry->highest_card, entry->spread});
  return scoring::ranked(competitors, tie_breaks_of(rules), decisions);
}

std::vector<scoring::Ranked> rank_entries(const rules::RuleBook& rules, const std::vector<EntryScore>& scores,
                                          const scoring::HeadDecisions& decisions) {
  std::vector<const EntryScore*> all;
  for (const auto& entry : scores) all.push_back(&entry);
  return rank_entries(rules, all, decisions);
}

std::vector<std::string> advanced_codes(const rules::RuleBook& rules, int round,
                                        const std::vector<EntryScore>& scores) {
  const auto& rule = round_rules(rules, round);
  const auto places = rank_entries(rules, scores, {});
  std::map<std::string, Rational> score_of;
  for (const auto& entry : scores)
    if (entry.score) score_of[entry.code] = *entry.score;
  std::vector<scoring::Standing> standings;
  for (const auto& place : places) standings.push_back({place.code, score_of.at(place.code), place.rank});
  auto codes = scoring::advancing(
      {kAdvanceNames.read(rule.advance), rule.advance_value ? to_rational(*rule.advance_value) : Rational(0),
       rule.advance_ties == "all_pass"},
      standings);
  std::ranges::sort(codes);
  return codes;
}

}  // namespace guong::standings
