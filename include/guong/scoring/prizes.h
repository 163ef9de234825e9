// Prizes from ranks: tiers filled in order, counts are maxima. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "guong/base/decimal.h"

namespace guong::scoring {

struct PrizeTier {
  std::string id;
  int count = 1;
  std::optional<Rational> min_score;
  bool per_category = false;            // `count` for each category, else for the contest
  std::vector<std::string> categories;  // empty: all
  bool joint = false;                   // equals at its line may all have it
};

struct PrizeCandidate {
  std::string code;
  std::string category;
  Rational score;
  int rank = 0;  // over the contest
  int rank_in_category = 0;
  std::vector<std::string> authors;  // opaque keys, for the limit per author
};

enum class TiesAtLine { decide, all_pass };

struct PrizeRule {
  std::vector<PrizeTier> tiers;  // the highest first
  int awards_per_author = 0;     // 0: no limit
  TiesAtLine ties = TiesAtLine::decide;
};

/// What people decided where the rules leave it open. Everything else follows from rules and ranks.
struct PrizeDecisions {
  struct Line {
    std::string tier, category;
    friend auto operator<=>(const Line&, const Line&) = default;
  };
  using Choice = std::pair<Line, std::string>;  // a code
  /// Places that stay free: as if the tier had so many fewer.
  std::map<Line, int> vacant;
  /// Among equals at an undecided line: those who have the prize.
  std::map<Line, std::set<std::string>> chosen;
};

struct Allotted {
  std::string tier, category;  // category empty for a tier of the whole contest
  std::string code;
  int rank = 0;
  bool by_choice = false;  // chosen among equals
};
/// Places that the rules alone cannot give: equal candidates for fewer places, or equal works of one author
/// who may not win with all of them. The head's decision parts them, and the allotment is made anew.
struct Undecided {
  std::string tier, category;
  int places = 0;
  std::vector<std::string> codes;
};
struct Vacant {
  std::string tier, category;
  int places = 0;
};
struct Allotment {
  std::vector<Allotted> allotted;
  std::vector<Undecided> undecided;
  std::vector<Vacant> vacant;
  /// Choices that no line called for, or that give more than it has: they had no effect.
  std::vector<PrizeDecisions::Choice> unused;
};

/// Goes down the tiers; within one, down the ranks. A candidate gets one prize at most. An undecided line
/// ends the allotment of its category and of tiers that span it (of the contest, for a tier of the whole
/// contest): who loses there may win the tier below, so that must wait. So do works elsewhere of authors
/// whose limit the decision may use up. What waits is not listed.
/// A choice among equals must leave nobody over the author's limit, and be no more than the places, unless all
/// equals share a joint prize.
Allotment allot(const PrizeRule& rule, const std::vector<PrizeCandidate>& candidates,
                const PrizeDecisions& decisions = {});

}  // namespace guong::scoring
