// How every change of a result's state is made: begin_step looks the action up in the table, finish_step
// writes the row back.
#pragma once

#include <memory>

#include "guong/results/result.h"
#include "guong/standings/ranking.h"

namespace guong::results {

/// The result with the state that it will have after the action. Error{conflict, "results.wrong_state"} when
/// the table has no such row.
Result begin_step(store::Reader& reader, ContestId contest, ResultId id, ResultAction action);
/// Error{stale} when somebody else changed the row.
void finish_step(store::Tx& tx, const Result& result);

/// The version of the rule book that ranked, even if another came into force since.
std::shared_ptr<const rules::RuleBook> ranked_rules(store::Reader& reader, const Result& result);
/// The ranking kept with a result, and the rule book that ranked.
struct RankedBy {
  std::shared_ptr<const rules::RuleBook> rules;
  standings::Ranking ranking;
};
RankedBy ranking_of(store::Reader& reader, const Result& result);
/// A result of which only the ranking is known, computed from the cards.
Result ranked_anew(store::Reader& reader, const api::UseCaseContext& context, ContestId contest);
/// Puts a ranking into a result, with its hash.
void set_ranking(const rules::RuleBook& rules, const standings::Ranking& ranking, Result& result);

}  // namespace guong::results
