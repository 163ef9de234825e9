// The interests of judges in the coded works of a contest, found from facts. Stays inside the program:
// organisers see counts only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/scoring/conflict.h"
#include "judging/interest_store.h"
#include "judging/panel_store.h"

namespace guong::judging {

class ConflictTable {
 public:
  using Pair = std::pair<std::string, AccountId>;  // code, judge
  /// A hard interest, or a soft one without a waiver.
  bool bars(const std::string& code, AccountId judge) const;
  const std::vector<scoring::InterestKind>& interests(const std::string& code, AccountId judge) const;
  const std::map<Pair, std::vector<scoring::InterestKind>>& all() const { return interests_; }

 private:
  std::map<Pair, std::vector<scoring::InterestKind>> interests_;
  std::set<Pair> waived_;
  friend ConflictTable find_conflicts(store::Reader&, const api::Keys&, ContestId,
                                      const std::vector<ContestJudge>&);
};

/// Between these judges and every coded work of the contest. A fixed number of queries.
ConflictTable find_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                             const std::vector<ContestJudge>& judges);

}  // namespace guong::judging
