// Totals stay fractions: a weight times a mark over a maximum is seldom a finite decimal.
#include "guong/scoring/card.h"

#include <algorithm>

namespace guong::scoring {
namespace {

/// GMP ends the process when it divides by zero; a rule book that lets it come to that is an error like
/// others.
Rational quotient(const Rational& a, const Decimal& b) {
  if (b.units == 0) throw Error(ErrorKind::internal, "base.internal");
  return a / to_rational(b);
}

/// As part of a JSON pointer.
std::string pointer_to(const std::string& criterion) {
  std::string out = "/marks/";
  for (const char c : criterion) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

/// Two neighbouring marks that can be given, at two thirds of the maximum.
Params step_params(const Criterion& c) {
  const Rational two_thirds = quotient(to_rational(c.max) * Rational(2, 3), c.step);
  const mpz_class steps = two_thirds.get_num() / two_thirds.get_den();
  const auto mark = [&](const mpz_class& n) {
    const Rational value = to_rational(c.step) * n;
    return rounded(value, value.get_den() == 1 ? 0 : c.step.places);
  };
  return {{"step_mark", to_text(c.step)}, {"example_mark", mark(steps)}, {"other_mark", mark(steps + 1)}};
}

}  // namespace

Rational card_total(const std::vector<Criterion>& criteria, const Marks& marks) {
  Rational total;
  for (const auto& c : criteria) {
    total += quotient(to_rational(c.weight) * to_rational(marks.at(c.id)), c.max);
  }
  return total;
}

std::vector<Fault> mark_faults(const std::vector<Criterion>& criteria, const Marks& marks, bool complete) {
  std::vector<Fault> faults;
  for (const auto& [id, mark] : marks) {
    const auto known = [&name = id](const Criterion& c) { return c.id == name; };
    if (std::none_of(criteria.begin(), criteria.end(), known))
      faults.push_back({pointer_to(id), "scoring.unknown_criterion", {}});
  }
  for (const auto& c : criteria) {
    const std::string pointer = pointer_to(c.id);
    const auto mark = marks.find(c.id);
    if (mark == marks.end()) {
      if (complete) faults.push_back({pointer, "scoring.mark_missing", {}});
      continue;
    }
    const Rational value = to_rational(mark->second);
    if (value < 0 || value > to_rational(c.max)) {
      faults.push_back({pointer, "scoring.mark_out_of_range", {{"max_mark", to_text(c.max)}}});
    } else if (const Rational steps = quotient(value, c.step); steps.get_den() != 1) {
      faults.push_back({pointer, "scoring.mark_off_step", step_params(c)});
    }
  }
  return faults;
}

}  // namespace guong::scoring
