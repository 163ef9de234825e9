// From handed-in cards to the scores and ranks of a round, by the rule book. Pure; any thread. A verifier
// of published results uses the same functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guong/rules/rule_book.h"
#include "guong/scoring/card.h"
#include "guong/scoring/combine.h"
#include "guong/scoring/rank.h"

namespace guong::standings {

std::vector<scoring::Criterion> criteria_of(const rules::Round& round);
scoring::CombineRule combine_rule(const rules::Round& round);
std::vector<scoring::TieBreakStep> tie_breaks_of(const rules::RuleBook& rules);

/// A complete card that counts. `judge` is an opaque key: an account's number here, "J1" in a results file.
struct CountedCard {
  std::string judge;
  bool extra = false;
  scoring::Marks marks;
};

struct EntryScore {
  std::string code, category;
  std::vector<CountedCard> cards;
  std::vector<Rational> totals;  // one for each card
  /// Nothing while cards are missing or an extra judge must mark.
  std::optional<Rational> score;
  /// For tie-breaks, over all cards; over the extra judge's alone when that one alone counts.
  std::map<std::string, Rational> criterion_means;
  Rational highest_card, spread;
};
EntryScore score_entry(const rules::Round& round, std::string code, std::string category,
                       std::vector<CountedCard> cards);
/// Whether the regular cards are complete and differ so much that one more judge must mark.
bool extra_judge_needed(const rules::Round& round, const std::vector<CountedCard>& cards);

/// Ranks of those that have a score.
std::vector<scoring::Ranked> rank_entries(const rules::RuleBook& rules,
                                          const std::vector<const EntryScore*>& scores,
                                          const scoring::HeadDecisions& decisions);
std::vector<scoring::Ranked> rank_entries(const rules::RuleBook& rules, const std::vector<EntryScore>& scores,
                                          const scoring::HeadDecisions& decisions);
/// Codes that go on to the next round, in order of code. Nobody is cut off from an equal.
std::vector<std::string> advanced_codes(const rules::RuleBook& rules, int round,
                                        const std::vector<EntryScore>& scores);

}  // namespace guong::standings
