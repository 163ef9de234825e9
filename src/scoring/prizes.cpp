// Fills the tiers from the highest down and stops at a line that only people may draw, with all that depends
// on it.
#include "guong/scoring/prizes.h"

#include <algorithm>
#include <map>
#include <set>

namespace guong::scoring {
namespace {

using Candidates = std::vector<const PrizeCandidate*>;

class Allotter {
 public:
  Allotter(const PrizeRule& rule, const std::vector<PrizeCandidate>& candidates,
           const PrizeDecisions& decisions)
      : rule_(rule), candidates_(candidates), decisions_(decisions) {
    for (const auto& c : candidates) categories_.insert(c.category);
  }

  Allotment run() {
    for (const PrizeTier& tier : rule_.tiers) {
      if (tier.per_category) {
        for (const auto& category : categories_) {
          if (takes(tier, category)) fill(tier, category);
        }
      } else {
        fill(tier, "");
      }
    }
    for (const auto& [line, codes] : decisions_.chosen)
      for (const auto& code : codes)
        if (!used_.contains({line, code})) out_.unused.push_back({line, code});
    return std::move(out_);
  }

 private:
  static bool takes(const PrizeTier& tier, const std::string& category) {
    return tier.categories.empty() ||
           std::find(tier.categories.begin(), tier.categories.end(), category) != tier.categories.end();
  }
  static int rank_of(const PrizeTier& tier, const PrizeCandidate& c) {
    return tier.per_category ? c.rank_in_category : c.rank;
  }

  bool within_author_limit(const PrizeCandidate& c) const {
    if (rule_.awards_per_author == 0) return true;
    return std::all_of(c.authors.begin(), c.authors.end(), [&](const std::string& author) {
      const auto held = awards_.find(author);
      return held == awards_.end() || held->second < rule_.awards_per_author;
    });
  }

  bool eligible(const PrizeTier& tier, const std::string& scope, const PrizeCandidate& c) const {
    return !given_.contains(c.code) && takes(tier, c.category) && (scope.empty() || c.category == scope) &&
           (!tier.min_score || c.score >= *tier.min_score) && within_author_limit(c);
  }

  /// Those of the best rank still eligible.
  Candidates next_group(const PrizeTier& tier, const std::string& scope) const {
    Candidates group;
    for (const auto& c : candidates_) {
      if (!eligible(tier, scope, c)) continue;
      if (!group.empty() && rank_of(tier, c) < rank_of(tier, *group.front())) group.clear();
      if (group.empty() || rank_of(tier, c) == rank_of(tier, *group.front())) group.push_back(&c);
    }
    std::sort(group.begin(), group.end(), [](const auto* a, const auto* b) { return a->code < b->code; });
    return group;
  }

  void give(const PrizeTier& tier, const std::string& scope, const PrizeCandidate& c, bool by_choice) {
    given_.insert(c.code);
    for (const auto& author : c.authors) ++awards_[author];
    out_.allotted.push_back({tier.id, scope, c.code, rank_of(tier, c), by_choice});
  }

  /// Those of the group whom people chose, when they may have; else nobody.
  Candidates chosen_of(const PrizeTier& tier, const std::string& scope, int places, const Candidates& group) {
    const PrizeDecisions::Line line{tier.id, scope};
    const auto choice = decisions_.chosen.find(line);
    if (choice == decisions_.chosen.end()) return {};
    Candidates out;
    for (const auto* c : group)
      if (choice->second.contains(c->code)) out.push_back(c);
    const bool fits = std::ssize(out) <= places || (tier.joint && out.size() == group.size());
    if (!fits || !all_within_author_limit(out)) return {};
    for (const auto* c : out) used_.insert({line, c->code});
    return out;
  }

  bool stopped(const PrizeTier& tier, const std::string& scope) const {
    return std::any_of(stopped_.begin(), stopped_.end(), [&](const std::string& where) {
      return where.empty() || where == scope || (scope.empty() && takes(tier, where));
    });
  }

  /// Whether an undecided line may yet use up the limit of one of the authors.
  bool waits(const PrizeCandidate& c) const {
    if (rule_.awards_per_author == 0 || stopped_.empty()) return false;
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const PrizeCandidate& other) {
      return other.code != c.code && !given_.contains(other.code) && stopped_.contains(other.category) &&
             share_author(c, other);
    });
  }
  static bool share_author(const PrizeCandidate& a, const PrizeCandidate& b) {
    return std::find_first_of(a.authors.begin(), a.authors.end(), b.authors.begin(), b.authors.end()) !=
           a.authors.end();
  }

  bool all_within_author_limit(const Candidates& group) const {
    if (rule_.awards_per_author == 0) return true;
    std::map<std::string, int> held = awards_;
    for (const auto* c : group) {
      for (const auto& author : c->authors) {
        if (++held[author] > rule_.awards_per_author) return false;
      }
    }
    return true;
  }

  void leave_undecided(const PrizeTier& tier, const std::string& scope, int places, const Candidates& group) {
    std::vector<std::string> codes;
    for (const auto* c : group) codes.push_back(c->code);
    out_.undecided.push_back({tier.id, scope, places, std::move(codes)});
    stopped_.insert(scope);
  }

  void fill(const PrizeTier& tier, const std::string& scope) {
    if (stopped(tier, scope)) return;
    const auto kept_free = decisions_.vacant.find({tier.id, scope});
    int places = tier.count - (kept_free == decisions_.vacant.end() ? 0 : kept_free->second);
    while (places > 0) {
      const Candidates group = next_group(tier, scope);
      if (group.empty()) break;
      if (std::any_of(group.begin(), group.end(), [&](const auto* c) { return waits(*c); })) {
        stopped_.insert(scope);
        return;
      }
      const int size = static_cast<int>(group.size());
      const bool too_many = size > places && rule_.ties == TiesAtLine::decide;
      const bool undecided = too_many || !all_within_author_limit(group);
      const Candidates winners = undecided ? chosen_of(tier, scope, places, group) : group;
      if (winners.empty()) return leave_undecided(tier, scope, std::min(places, size), group);
      for (const auto* c : winners) give(tier, scope, *c, undecided);
      places -= static_cast<int>(winners.size());
    }
    if (places > 0) out_.vacant.push_back({tier.id, scope, places});
  }

  const PrizeRule& rule_;
  const std::vector<PrizeCandidate>& candidates_;
  const PrizeDecisions& decisions_;
  std::set<PrizeDecisions::Choice> used_;
  std::set<std::string> categories_, given_, stopped_;
  std::map<std::string, int> awards_;
  Allotment out_;
};

}  // namespace

Allotment allot(const PrizeRule& rule, const std::vector<PrizeCandidate>& candidates,
                const PrizeDecisions& decisions) {
  return Allotter(rule, candidates, decisions).run();
}

}  // namespace guong::scoring
