// The rules of one round by its number.
#pragma once

#include "guong/base/error.h"
#include "guong/contests/rule_book.h"

namespace guong::judging {

inline const contests::Round& round_rules(const contests::RuleBook& rules, int round) {
  if (round < 1 || round > static_cast<int>(rules.rounds.size())) throw Error(ErrorKind::not_found, "base.not_found");
  return rules.rounds[static_cast<std::size_t>(round) - 1];
}

}  // namespace guong::judging
