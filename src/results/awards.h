// Prizes of one result, with what is needed to give them: the ranking, and the authors behind the codes once
// those are joined.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "guong/entries/identity.h"
#include "guong/results/result.h"
#include "guong/rules/rule_book.h"
#include "guong/standings/ranking.h"

namespace guong::results {

using JoinedByCode = std::map<std::string, entries::JoinedEntry>;

/// Every ranked work of the result with its author. Error{conflict} before the codes are joined.
JoinedByCode joined_works(store::Reader& reader, const api::Keys& keys, const standings::Ranking& ranking,
                          ContestId contest);

/// What the rule book gives when those who already hold a prize at an undecided line count as chosen for it.
scoring::Allotment allot_prizes(const rules::RuleBook& rules, const standings::Ranking& ranking,
                                const JoinedByCode& works, const std::vector<Award>& chosen);

/// A prize with the work's rank, score and the money.
Award make_award(const rules::RuleBook& rules, const standings::Ranking& ranking, const JoinedByCode& works,
                 const AwardChange& change, const std::string& note);
/// By tier, category, rank, code.
void sort_awards(const rules::RuleBook& rules, std::vector<Award>& awards);

/// What the changes break: unknown prizes and works, too many of a prize, a second prize, the limit per
/// author.
std::vector<Fault> change_faults(const rules::RuleBook& rules, const standings::Ranking& ranking,
                                 const JoinedByCode& works, const std::vector<Award>& after,
                                 const std::vector<AwardChange>& changes);

}  // namespace guong::results
