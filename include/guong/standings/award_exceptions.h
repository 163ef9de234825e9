// Where awards depart from what the ranking alone gives: by the limit of prizes per author (whose authors only the
// organisers know), by a decision at a tie, by hand. A results file lists them, and whoever computes the file again
// finds the same list or a fault. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "guong/rules/rule_book.h"
#include "guong/standings/ranking.h"

namespace guong::standings {

struct AwardException {
  /// "passed_over": a work ranked for the prize and somebody behind it has it. "left_vacant": a place of the prize
  /// stays free although the work ranked for it.
  std::string kind;
  std::string prize;
  std::string category;  // empty for a prize of the whole contest
  std::string code;
  friend auto operator<=>(const AwardException&, const AwardException&) = default;
};

/// A ranked prize that a work has.
struct HeldPrize {
  std::string prize, code;
};

/// In order of prize, category, rank. Prizes that are not ranked (special, collective, side) are given by hand
/// anyway and are passed over.
std::vector<AwardException> award_exceptions(const rules::RuleBook& rules, const Ranking& ranking,
                                             const std::vector<HeldPrize>& held);

}  // namespace guong::standings
