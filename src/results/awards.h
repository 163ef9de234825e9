// Prizes of one result: they follow from the ranking, the authors behind the codes (once those are joined) and what
// people decided where the rule book leaves it open.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "guong/entries/identity.h"
#include "guong/results/result.h"
#include "guong/rules/rule_book.h"
#include "guong/standings/departures.h"
#include "guong/standings/ranking.h"
#include "results/steps.h"

namespace guong::results {

using JoinedByCode = std::map<std::string, entries::JoinedEntry>;

/// A decision on a prize as its row has it.
struct Decided {
  standings::Departure what;
  std::optional<UnitId> unit;
  AccountId by;
};

struct Prizes {
  std::shared_ptr<const rules::RuleBook> rules;
  standings::Ranking ranking;
  JoinedByCode works;
  standings::AuthorKeys authors;
  std::vector<Decided> decided;

  std::vector<standings::Departure> departures() const;
  scoring::Allotment allotment() const;
  /// By tier, category, rank, code.
  std::vector<Award> awards() const;
};

/// Error{conflict} before the codes are joined.
Prizes load_prizes(store::Reader& reader, const api::Keys& keys, const Result& result);
/// The same where rules and ranking are at hand.
Prizes load_prizes(store::Reader& reader, const api::Keys& keys, const Result& result, RankedBy ranked);

/// Who decides, when and why.
struct Deciding {
  AccountId by;
  Timestamp now;
  std::string reason;
};
/// Makes the changes, each where the rule book leaves it open; Error{invalid} with a fault for each that it does not:
/// a ranked prize against the ranking, one that must not stay vacant, more prizes than there are, the author's limit.
void change_prizes(Prizes& prizes, const std::vector<AwardChange>& changes, const Deciding& deciding);
/// Equals whom nobody chose among leave their places vacant, and rank for the prizes below. Gives how many places that
/// concerned. Error{conflict} when one must not stay vacant.
int leave_undecided_vacant(Prizes& prizes, const Deciding& deciding);

/// SHA-256 of awards and decisions: records of proposing, approving and publishing tie each other to the same prizes.
std::string prizes_sha256(const Prizes& prizes);

/// Puts decisions and awards into the rows.
void store_prizes(store::Tx& tx, Random& random, ResultId result, const Prizes& prizes);

}  // namespace guong::results
