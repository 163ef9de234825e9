// How every change of a result's state is made: begin_step looks the deed up in the table, finish_step writes the row back.
#pragma once

#include "guong/results/ranking.h"
#include "guong/results/result.h"

namespace guong::results {

/// The result with the state that it will have after the deed. Error{conflict, "results.wrong_state"} when the table has no such row.
Result begin_step(store::Reader& reader, ContestId contest, ResultId id, ResultDeed deed);
/// Error{stale} when somebody else changed the row.
void finish_step(store::Tx& tx, const Result& result);

/// The ranking kept with a result.
Ranking ranking_of(const contests::RuleBook& rules, const Result& result);
/// Puts a ranking into a result, with its hash.
void set_ranking(const contests::RuleBook& rules, const Ranking& ranking, Result& result);

}  // namespace guong::results
