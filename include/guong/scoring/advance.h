// Who goes on to the next round. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "guong/base/decimal.h"

namespace guong::scoring {

enum class Advance { all, top_n, top_percent, min_score };

struct AdvanceRule {
  Advance by = Advance::all;
  Rational value;  // n, per cent (of those ranked, rounded up) or score
  // at the line, those of equal score all pass; else only those whom the tie-breaks left at equal rank
  bool ties_pass = true;
};

struct Standing {
  std::string code;
  Rational score;
  int rank = 0;  // after tie-breaks
};

/// Codes that advance, in order of rank.
std::vector<std::string> advancing(const AdvanceRule& rule, std::vector<Standing> standings);

}  // namespace guong::scoring
