// How strictly each judge marks, beside the others who marked the same works, and how much of the scale each
// uses. For looking at a jury, never for a rank. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/decimal.h"

namespace guong::scoring {

/// The total that one judge gave to one work.
struct JudgeTotal {
  std::string work, judge;
  Rational total;
};

struct Severity {
  std::string judge;
  int cards = 0;
  Rational mean;
  /// Mean, over the works that somebody else marked too, of the judge's total less the mean of the others'
  /// totals: below 0 is stricter than they are. Works that no other judge marked tell nothing of the judge.
  /// Nothing when all are such.
  std::optional<Rational> difference;
  int compared = 0;          // works that the difference is of
  Rational lowest, highest;  // of the totals given
};
/// One for each judge, by the judge's key.
std::vector<Severity> severities(const std::vector<JudgeTotal>& totals);

}  // namespace guong::scoring
