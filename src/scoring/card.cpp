#include "guong/scoring/card.h"

#include <algorithm>

namespace guong::scoring {

Rational card_total(const std::vector<Criterion>& criteria, const Marks& marks) {
  Rational total;
  for (const auto& c : criteria) {
    total += to_rational(c.weight) * to_rational(marks.at(c.id)) / to_rational(c.max);
  }
  return total;
}

std::vector<Fault> mark_faults(const std::vector<Criterion>& criteria, const Marks& marks, bool complete) {
  std::vector<Fault> faults;
  for (const auto& [id, mark] : marks) {
    const auto known = [&](const Criterion& c) { return c.id == id; };
    if (std::none_of(criteria.begin(), criteria.end(), known)) faults.push_back({"/marks/" + id, "scoring.unknown_criterion", {}});
  }
  for (const auto& c : criteria) {
    const std::string pointer = "/marks/" + c.id;
    const auto mark = marks.find(c.id);
    if (mark == marks.end()) {
      if (complete) faults.push_back({pointer, "scoring.mark_missing", {}});
      continue;
    }
    const Rational value = to_rational(mark->second);
    if (value < 0 || value > to_rational(c.max)) {
      faults.push_back({pointer, "scoring.mark_out_of_range", {{"max", to_text(c.max)}}});
    } else if (const Rational steps = value / to_rational(c.step); steps.get_den() != 1) {
      faults.push_back({pointer, "scoring.mark_off_step", {{"step", to_text(c.step)}}});
    }
  }
  return faults;
}

}  // namespace guong::scoring
