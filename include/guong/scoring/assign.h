// A balanced draw: k judges for each entry, never a forbidden pair, loads as even as can be. Pure but for the
// chance it is given.
#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "guong/base/random.h"

namespace guong::scoring {

/// Entries and judges are positions in the caller's lists.
struct AssignmentProblem {
  std::size_t entries = 0, judges = 0;
  std::vector<int> wanted;  // per entry: how many more judges
  // (entry, judge): conflicts, other panels, assigned already
  std::set<std::pair<std::size_t, std::size_t>> barred;
  std::vector<int> loads;  // per judge: works already assigned
};

struct AssignmentDraw {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  // (entry, judge)
  std::vector<std::size_t> unstaffed;  // entries for which not enough judges are free of conflict
};

/// Staffs as much as conflicts allow: an entry is left short only when fewer judges are free for it than it
/// wants. Loads come out as even as any assignment could make them (the sum of their squares is the least);
/// chance decides among equals.
AssignmentDraw draw_assignments(const AssignmentProblem& problem, Random& random);

}  // namespace guong::scoring
