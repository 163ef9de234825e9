// Entries take judges one by one. Each time the least loaded judge within reach is found, where one reaches
// over a judge to those who could take over a work that judge holds; the works along that path change hands,
// and only the last judge's load grows. As in successive shortest paths with convex costs, loads are thereby
// as even as they can be after every step.
#include "guong/scoring/assign.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace guong::scoring {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

/// How a judge was reached: to take `entry`, from `before`, who holds it (nobody, when it is the entry to be
/// staffed).
struct Step {
  std::size_t entry = 0, before = kNobody;
};

class Drawer {
 public:
  Drawer(const AssignmentProblem& problem, Random& random)
      : p_(problem),
        random_(random),
        open_(p_.entries, std::vector<bool>(p_.judges, true)),
        held_(p_.judges),
        load_(p_.loads),
        steps_(p_.judges) {
    load_.resize(p_.judges);
    for (const auto& [e, j] : p_.barred) open_.at(e).at(j) = false;
    group_judges();
  }

  AssignmentDraw run() {
    AssignmentDraw out;
    for (const std::size_t e : shuffled_entries()) {
      for (int i = 0; i < p_.wanted.at(e); ++i) {
        const auto judge = least_loaded_within_reach(e);
        if (!judge) {
          out.unstaffed.push_back(e);
          break;
        }
        hand_over(*judge);
      }
    }
    for (std::size_t j = 0; j < p_.judges; ++j) {
      for (const std::size_t e : held_[j]) out.pairs.emplace_back(e, j);
    }
    std::sort(out.pairs.begin(), out.pairs.end());
    std::sort(out.unstaffed.begin(), out.unstaffed.end());
    return out;
  }

 private:
  std::vector<std::size_t> shuffled_entries() {
    std::vector<std::size_t> order(p_.entries);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    return order;
  }

  /// Judges who could ever exchange works: panels that share nobody are searched apart.
  void group_judges() {
    std::vector<std::size_t> root(p_.judges);
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t j) {
      while (root[j] != j) j = root[j] = root[root[j]];
      return j;
    };
    first_judge_.assign(p_.entries, kNobody);
    for (std::size_t e = 0; e < p_.entries; ++e) {
      for (std::size_t j = 0; j < p_.judges; ++j) {
        if (!open_[e][j]) continue;
        if (first_judge_[e] == kNobody) first_judge_[e] = j;
        root[find(j)] = find(first_judge_[e]);
      }
    }
    group_.resize(p_.judges);
    members_.resize(p_.judges);
    for (std::size_t j = 0; j < p_.judges; ++j) members_[group_[j] = find(j)].push_back(j);
  }

  std::optional<std::size_t> least_loaded_within_reach(std::size_t e) {
    if (first_judge_[e] == kNobody) return std::nullopt;
    const auto& members = members_[group_[first_judge_[e]]];
    const auto lighter = [&](std::size_t a, std::size_t b) { return load_[a] < load_[b]; };
    const int lightest = load_[*std::min_element(members.begin(), members.end(), lighter)];
    std::vector<std::size_t> unseen = members, seen;
    // Once a judge is found than whom nobody has less, the search may end.
    bool found = reach(e, kNobody, unseen, seen, lightest);
    for (std::size_t i = 0; !found && i < seen.size() && !unseen.empty(); ++i) {
      const std::size_t holder = seen[i];
      for (std::size_t w = 0; !found && w < held_[holder].size(); ++w) {
        found = reach(held_[holder][w], holder, unseen, seen, lightest);
      }
    }
    if (seen.empty()) return std::nullopt;
    return any_of_the_lightest(seen);
  }

  /// Moves those who may take the entry from `unseen` to `seen`; tells whether one of them is among the
  /// lightest.
  bool reach(std::size_t e, std::size_t before, std::vector<std::size_t>& unseen,
             std::vector<std::size_t>& seen, int lightest) {
    bool found = false;
    const auto kept =
        std::partition(unseen.begin(), unseen.end(), [&](std::size_t j) { return !open_[e][j]; });
    for (auto j = kept; j != unseen.end(); ++j) {
      steps_[*j] = {e, before};
      seen.push_back(*j);
      found = found || load_[*j] == lightest;
    }
    unseen.erase(kept, unseen.end());
    return found;
  }

  std::size_t any_of_the_lightest(const std::vector<std::size_t>& judges) {
    std::vector<std::size_t> lightest;
    for (const std::size_t j : judges) {
      if (!lightest.empty() && load_[j] < load_[lightest.front()]) lightest.clear();
      if (lightest.empty() || load_[j] == load_[lightest.front()]) lightest.push_back(j);
    }
    return lightest[random_.below(lightest.size())];
  }

  /// Follows the path back to the entry to be staffed.
  void hand_over(std::size_t judge) {
    ++load_[judge];
    for (;;) {
      const Step step = steps_[judge];
      held_[judge].push_back(step.entry);
      open_[step.entry][judge] = false;
      if (step.before == kNobody) return;
      auto& works = held_[step.before];
      works.erase(std::find(works.begin(), works.end(), step.entry));
      open_[step.entry][step.before] = true;
      judge = step.before;
    }
  }

  const AssignmentProblem& p_;
  Random& random_;
  std::vector<std::vector<bool>> open_;  // [entry][judge]: neither barred nor given
  std::vector<std::vector<std::size_t>> held_;
  std::vector<int> load_;
  std::vector<Step> steps_;                        // of the last search
  std::vector<std::size_t> first_judge_, group_;   // by entry, by judge
  std::vector<std::vector<std::size_t>> members_;  // by group
};

}  // namespace

AssignmentDraw draw_assignments(const AssignmentProblem& problem, Random& random) {
  return Drawer(problem, random).run();
}

}  // namespace guong::scoring
