// A judge's card: marks on weighted criteria, and their exact total. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guong/base/decimal.h"
#include "guong/base/error.h"

namespace guong::scoring {

struct Criterion {
  std::string id;
  Decimal weight, max, step;
};

/// Mark by criterion id. A draft card may lack some.
using Marks = std::map<std::string, Decimal>;

/// T = sum over criteria of weight * mark / max (with points that add up, weight = max). The card must be
/// complete.
Rational card_total(const std::vector<Criterion>& criteria, const Marks& marks);

/// Faults of marks at "/marks/<criterion>": unknown criterion, below 0 or above max, not a whole number of
/// steps; with `complete`, a criterion without a mark.
std::vector<Fault> mark_faults(const std::vector<Criterion>& criteria, const Marks& marks, bool complete);

}  // namespace guong::scoring
