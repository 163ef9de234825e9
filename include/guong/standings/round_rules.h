// The rules of one round by its number.
#pragma once

#include "guong/base/error.h"
#include "guong/rules/rule_book.h"

namespace guong::standings {

inline const rules::Round& round_rules(const rules::RuleBook& rules, int round) {
  if (round < 1 || round > static_cast<int>(rules.rounds.size())) throw Error::not_found();
  return rules.rounds[static_cast<std::size_t>(round) - 1];
}

}  // namespace guong::standings
