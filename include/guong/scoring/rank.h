// Ranks by exact score, with the rule book's chain of tie-breaks. Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "guong/base/decimal.h"

namespace guong::scoring {

struct Competitor {
  std::string code;
  std::string category;
  Rational score;
  std::map<std::string, Rational> criterion_means;
  Rational highest_card;
  Rational spread;  // highest minus lowest card total
};

struct TieBreakStep {
  enum class By { criterion, highest_card, smallest_spread, head_decision, shared } by = By::shared;
  std::string criterion;  // when by criterion
};

/// The head's recorded decisions: a lower number stands before a higher one among those tied.
using HeadDecisions = std::map<std::string, int>;

struct Ranked {
  std::string code;
  int rank = 0;  // 1, 2, 2, 4: equal competitors share, the next rank skips
  std::string
      decided_by;  // "score", "criterion:content" or another step of the chain as the rule book names it
  bool open_tie = false;  // the chain asks for the head's decision and there is none yet
};

/// In order of rank, equal ranks by code. Does not depend on the order of the input.
std::vector<Ranked> ranked(const std::vector<Competitor>& competitors, const std::vector<TieBreakStep>& chain,
                           const HeadDecisions& decisions);

/// The same within each category.
std::map<std::string, std::vector<Ranked>> ranked_by_category(const std::vector<Competitor>& competitors,
                                                              const std::vector<TieBreakStep>& chain,
                                                              const HeadDecisions& decisions);

}  // namespace guong::scoring
