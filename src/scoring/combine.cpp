// The rule book's ways of making one number of several cards, each a small function on fractions.
#include "guong/scoring/combine.h"

#include <algorithm>
#include <numeric>

namespace guong::scoring {
namespace {

Rational sum(const std::vector<Rational>& v) { return std::accumulate(v.begin(), v.end(), Rational()); }
Rational mean(const std::vector<Rational>& v) {
  return sum(v) / Rational(static_cast<unsigned long>(v.size()));
}

Rational trimmed_mean(const CombineRule& rule, std::vector<Rational> sorted) {
  const auto d = static_cast<std::size_t>(std::max(rule.trim_each_side, 0));
  const bool enough =
      sorted.size() >= static_cast<std::size_t>(std::max(rule.trim_from_cards, 0)) && sorted.size() > 2 * d;
  if (!enough) return mean(sorted);
  return mean(
      {sorted.begin() + static_cast<std::ptrdiff_t>(d), sorted.end() - static_cast<std::ptrdiff_t>(d)});
}

Rational median(const std::vector<Rational>& sorted) {
  const std::size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : Rational((sorted[middle - 1] + sorted[middle]) / 2);
}

/// The pair that lies closest; of equal pairs the higher.
Rational mean_of_two_closest(std::vector<Rational> totals) {
  std::sort(totals.begin(), totals.end());
  std::size_t best = 1;
  for (std::size_t i = 1; i < totals.size(); ++i) {
    if (totals[i] - totals[i - 1] <= totals[best] - totals[best - 1]) best = i;
  }
  return (totals[best] + totals[best - 1]) / 2;
}

Rational settled(AfterDiscrepancy how, std::vector<Rational> totals, const Rational& extra) {
  totals.push_back(extra);
  switch (how) {
    case AfterDiscrepancy::mean_of_all:
      return mean(totals);
    case AfterDiscrepancy::mean_of_two_closest:
      return mean_of_two_closest(std::move(totals));
    case AfterDiscrepancy::extra_alone:
      return extra;
  }
  return {};
}

}  // namespace

Rational combined(const CombineRule& rule, std::vector<Rational> totals) {
  std::sort(totals.begin(), totals.end());
  switch (rule.combine) {
    case Combine::mean:
      return mean(totals);
    case Combine::trimmed_mean:
      return trimmed_mean(rule, std::move(totals));
    case Combine::median:
      return median(totals);
    case Combine::sum:
      return sum(totals);
  }
  return {};
}

bool needs_extra(const CombineRule& rule, const std::vector<Rational>& regular) {
  if (!rule.threshold || regular.size() < 2) return false;
  const auto [low, high] = std::minmax_element(regular.begin(), regular.end());
  const Rational difference = *high - *low;
  return rule.inclusive ? difference >= *rule.threshold : difference > *rule.threshold;
}

std::optional<Rational> score(const CombineRule& rule, const std::vector<Rational>& regular,
                              const std::optional<Rational>& extra) {
  if (regular.empty()) return std::nullopt;
  if (!needs_extra(rule, regular)) return combined(rule, regular);
  if (!extra) return std::nullopt;
  const Rational mark = settled(rule.then, regular, *extra);
  return rule.combine == Combine::sum ? Rational(mark * static_cast<unsigned long>(regular.size())) : mark;
}

}  // namespace guong::scoring
