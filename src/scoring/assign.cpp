#include "guong/scoring/assign.h"

#include <algorithm>
#include <numeric>

namespace guong::scoring {
namespace {

/// Entries take judges one by one, through augmenting paths (as in bipartite matching) under a cap on works per judge.
class Drawer {
 public:
  Drawer(const AssignmentProblem& problem, Random& random) : p_(problem), taken_(problem.entries) {
    order_ = shuffled(p_.entries, random);
    judge_order_ = shuffled(p_.judges, random);
  }

  AssignmentDraw run() {
    int cap = smallest_possible_cap();
    // Without a cap as many works are staffed as can be; that number is what a cap must not lessen.
    const std::size_t most = fill(unlimited());
    while (fill(cap) < most) ++cap;
    AssignmentDraw out;
    for (std::size_t e = 0; e < p_.entries; ++e) {
      for (const std::size_t j : taken_[e]) out.pairs.emplace_back(e, j);
      if (taken_[e].size() < wanted(e)) out.unstaffed.push_back(e);
    }
    return out;
  }

 private:
  static std::vector<std::size_t> shuffled(std::size_t n, Random& random) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    return order;
  }

  std::size_t wanted(std::size_t e) const { return static_cast<std::size_t>(std::max(p_.wanted[e], 0)); }
  int unlimited() const { return 1 << 30; }

  int smallest_possible_cap() const {
    if (p_.judges == 0) return 0;
    const long total = std::accumulate(p_.wanted.begin(), p_.wanted.end(), 0L) +
                       std::accumulate(p_.loads.begin(), p_.loads.end(), 0L);
    const auto judges = static_cast<long>(p_.judges);
    return static_cast<int>((total + judges - 1) / judges);
  }

  /// Draws anew under a cap of works for each judge; gives the number of pairs made.
  std::size_t fill(int cap) {
    cap_ = cap;
    load_ = p_.loads;
    for (auto& judges : taken_) judges.clear();
    holders_.assign(p_.judges, {});
    std::size_t made = 0;
    for (const std::size_t e : order_) {
      for (std::size_t i = 0; i < wanted(e); ++i) {
        seen_.assign(p_.judges, false);
        if (!augment(e)) break;
        ++made;
      }
    }
    return made;
  }

  bool open_to(std::size_t e, std::size_t j) const { return !taken_[e].contains(j) && !p_.barred.contains({e, j}); }

  /// Judges who may take the entry, the least loaded first; equals in drawn order.
  std::vector<std::size_t> choices(std::size_t e) const {
    std::vector<std::size_t> out;
    for (const std::size_t j : judge_order_) {
      if (!seen_[j] && open_to(e, j)) out.push_back(j);
    }
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return load_[a] < load_[b]; });
    return out;
  }

  /// Gives the entry one more judge, if need be by moving another entry from a full judge to somebody else.
  bool augment(std::size_t e) {
    const auto candidates = choices(e);
    for (const std::size_t j : candidates) {
      if (load_[j] < cap_) {
        take(e, j);
        return true;
      }
    }
    for (const std::size_t j : candidates) {
      if (seen_[j]) continue;
      seen_[j] = true;
      const std::vector<std::size_t> held(holders_[j].begin(), holders_[j].end());
      for (const std::size_t other : held) {
        if (!augment(other)) continue;
        drop(other, j);
        take(e, j);
        return true;
      }
    }
    return false;
  }

  void take(std::size_t e, std::size_t j) {
    taken_[e].insert(j);
    holders_[j].insert(e);
    ++load_[j];
  }
  void drop(std::size_t e, std::size_t j) {
    taken_[e].erase(j);
    holders_[j].erase(e);
    --load_[j];
  }

  const AssignmentProblem& p_;
  std::vector<std::set<std::size_t>> taken_;
  std::vector<std::set<std::size_t>> holders_;
  std::vector<std::size_t> order_, judge_order_;
  std::vector<int> load_;
  std::vector<bool> seen_;
  int cap_ = 0;
};

}  // namespace

AssignmentDraw draw_assignments(const AssignmentProblem& problem, Random& random) { return Drawer(problem, random).run(); }

}  // namespace guong::scoring
