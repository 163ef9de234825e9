// The ranking of a contest as values: computed from cards by the rule book alone, by code and by judge alias
// ("J1"), without a name. It is kept and published as JSON from which anyone can compute it again. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guong/rules/rule_book.h"
#include "guong/scoring/prizes.h"
#include "guong/standings/entry_score.h"

namespace guong::standings {

struct LongJson;

struct RankedRound {
  int number = 1;
  std::vector<EntryScore> works;  // by code
};

struct Place {
  std::string code, category;
  int round = 1;  // the last one it reached
  Rational score;
  int rank = 0;
  std::string decided_by;
  bool open_tie = false;
};
/// One category, or the whole contest (category "").
struct Table {
  std::string category;
  std::vector<Place> places;
};
/// Equals at a rank where prizes are given: the head orders them, by code, before the codes are joined.
struct OpenTie {
  std::string category;
  int rank = 0;
  std::vector<std::string> codes;
};
/// The head's order of works that were tied in one table, the best first.
struct Decision {
  /// Of the table (empty: the whole contest). Nothing: of every table, as rankings of version 1 have it.
  std::optional<std::string> category;
  std::vector<std::string> order;
  friend bool operator==(const Decision&, const Decision&) = default;
};

struct Ranking {
  /// 2 since a decision on a tie belongs to one table; 1 before.
  std::int64_t v = 2;
  std::int64_t rules_version = 1;
  std::string rules_sha256;
  std::vector<RankedRound> rounds;
  std::vector<Decision> decisions;
  std::vector<Table> tables;
  std::vector<OpenTie> open_ties;
};

/// Fills tables and open ties from rounds and decisions. Whoever reached a later round stands before whoever
/// did not.
void rank(const rules::RuleBook& rules, Ranking& ranking);

/// The long lists of a ranking: works of rounds, places of tables.
std::span<const std::string_view> long_lists_of_ranking();
/// Both arguments outlive it.
LongJson ranking_json(const rules::RuleBook& rules, const Ranking& ranking);
/// Reads rounds and decisions, and ranks anew. Throws Error{invalid, "standings.not_a_results_file"} on anything of
/// another shape. `pointer`: where it stands in the document.
Ranking parse_ranking(const rules::RuleBook& rules, const LongJson& document,
                      const std::string& pointer = "");
/// What ranks leave open when nobody has decided yet.
std::vector<OpenTie> undecided_ties(const rules::RuleBook& rules, const Ranking& ranking);

/// Where a work stands in its category, or in the whole contest; nothing when it is not ranked.
const Place* find_place(const Ranking& ranking, const std::string& code, bool whole_contest);

/// Who may win what, from the tables. `authors` gives the keys for the limit of prizes per author.
std::vector<scoring::PrizeCandidate> prize_candidates(
    const Ranking& ranking, const std::map<std::string, std::vector<std::string>>& authors);
/// The ranked prizes of the rule book, the highest first. Special, collective and side prizes are given by
/// hand.
scoring::PrizeRule prize_rule(const rules::RuleBook& rules);

}  // namespace guong::standings
