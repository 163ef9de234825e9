// Goes down the ranked prizes as the allotment does, but starts from what was given: a work without a higher prize
// that stood before a winner was passed over, and one that could fill a free place shows that it was left vacant.
#include "guong/standings/award_exceptions.h"

#include <algorithm>
#include <map>
#include <set>

namespace guong::standings {
namespace {

using scoring::PrizeCandidate;
using scoring::PrizeTier;

int rank_for(const PrizeTier& tier, const PrizeCandidate& work) {
  return tier.per_category ? work.rank_in_category : work.rank;
}

bool may_win(const PrizeTier& tier, const std::string& category, const PrizeCandidate& work) {
  if (tier.per_category && work.category != category) return false;
  if (!tier.categories.empty() && std::ranges::count(tier.categories, work.category) == 0) return false;
  return !tier.min_score || work.score >= *tier.min_score;
}

class Search {
 public:
  Search(const std::vector<PrizeCandidate>& works, const std::vector<HeldPrize>& held, bool equals_all_win)
      : works_(works), equals_all_win_(equals_all_win) {
    for (const auto& prize : held) held_[prize.prize].insert(prize.code);
  }

  void look_at(const PrizeTier& tier, const std::string& category) {
    std::vector<const PrizeCandidate*> rivals;
    int last_rank = 0, winners = 0;
    for (const auto& work : works_) {
      if (held_[tier.id].contains(work.code)) {
        if (tier.per_category && work.category != category) continue;
        ++winners;
        last_rank = std::max(last_rank, rank_for(tier, work));
      } else if (may_win(tier, category, work) && !settled_.contains(work.code)) {
        rivals.push_back(&work);
      }
    }
    std::ranges::sort(rivals, {},
                      [&](const auto* work) { return std::pair(rank_for(tier, *work), work->code); });
    int vacant = std::max(0, tier.count - winners);
    for (const auto* work : rivals) {
      const int rank = rank_for(tier, *work);
      if (rank < last_rank || (equals_all_win_ && rank == last_rank))
        add("passed_over", tier, category, *work);
      else if (vacant-- > 0)
        add("left_vacant", tier, category, *work);
    }
  }

  void done_with(const PrizeTier& tier) {
    settled_.insert(held_[tier.id].begin(), held_[tier.id].end());
    settled_.merge(named_);
  }
  std::vector<AwardException> found() { return std::move(found_); }

 private:
  /// A work is named once, for the highest prize that it ranked for: below, others rank for what is left.
  void add(std::string kind, const PrizeTier& tier, const std::string& category, const PrizeCandidate& work) {
    named_.insert(work.code);
    found_.push_back({std::move(kind), tier.id, category, work.code});
  }

  const std::vector<PrizeCandidate>& works_;
  const bool equals_all_win_;
  std::map<std::string, std::set<std::string>> held_;
  std::set<std::string> settled_, named_;
  std::vector<AwardException> found_;
};

}  // namespace

std::vector<AwardException> award_exceptions(const rules::RuleBook& rules, const Ranking& ranking,
                                             const std::vector<HeldPrize>& held) {
  const auto works = prize_candidates(ranking, {});
  std::set<std::string> categories;
  for (const auto& work : works) categories.insert(work.category);
  const auto rule = prize_rule(rules);
  Search search(works, held, rule.ties == scoring::TiesAtLine::all_pass);
  for (const auto& tier : rule.tiers) {
    if (tier.per_category)
      for (const auto& category : categories) search.look_at(tier, category);
    else
      search.look_at(tier, "");
    search.done_with(tier);
  }
  return search.found();
}

}  // namespace guong::standings
