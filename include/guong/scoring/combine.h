// From the card totals of one entry to its score in a round, by the rule book. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "guong/base/decimal.h"

namespace guong::scoring {

enum class Combine { mean, trimmed_mean, median, sum };
/// How three or more cards make one mark. With `sum` that mark counts once for each regular card, so that
/// entries with and without an extra card stay on one scale.
enum class AfterDiscrepancy { mean_of_all, mean_of_two_closest, extra_alone };

struct CombineRule {
  Combine combine = Combine::mean;
  int trim_each_side = 0;             // trimmed_mean: cards dropped at each end...
  int trim_from_cards = 0;            // ...when there are at least so many
  std::optional<Rational> threshold;  // discrepancy between the highest and the lowest total
  bool inclusive = false;             // a difference equal to the threshold triggers too
  AfterDiscrepancy then = AfterDiscrepancy::mean_of_all;
};

/// Not empty. Trimmed mean falls back to the mean with fewer cards than `trim_from_cards`, and never drops
/// all.
Rational combined(const CombineRule& rule, std::vector<Rational> totals);

/// Whether the regular cards differ so much that one more judge must mark the entry.
bool needs_extra(const CombineRule& rule, const std::vector<Rational>& regular);

/// The score: nothing while an extra card is needed and missing ("pending"). `extra` is ignored unless it was
/// needed.
std::optional<Rational> score(const CombineRule& rule, const std::vector<Rational>& regular,
                              const std::optional<Rational>& extra);

}  // namespace guong::scoring
