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
  using Kinds = std::vector<scoring::InterestKind>;
  /// A hard interest, or a soft one without a waiver.
  bool bars(const std::string& code, AccountId judge) const;
  const Kinds& interests(const std::string& code, AccountId judge) const;
  const std::map<Pair, Kinds>& all() const { return interests_; }

  void add(std::string code, AccountId judge, Kinds kinds) {
    interests_.emplace(Pair{std::move(code), judge}, std::move(kinds));
  }
  void waive(std::string code, AccountId judge) { waived_.emplace(std::move(code), judge); }

 private:
  std::map<Pair, Kinds> interests_;
  std::set<Pair> waived_;
};

/// `decided`: without interests that end no assignment before the head says so.
enum class Counted { all, decided };

/// Between these judges and every coded work of the contest. Opens the author's name of each work: seconds
/// with very many, so for what is done once in a round. Holds only pairs with an interest.
ConflictTable find_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                             const std::vector<ContestJudge>& judges, Counted counted = Counted::all);
/// Between these judges and these works; codes of works that are not accepted have none.
ConflictTable find_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                             const std::vector<ContestJudge>& judges, const std::vector<std::string>& codes,
                             Counted counted = Counted::all);

/// How many works, by judge and kind: one work at a time is held.
std::map<std::pair<AccountId, scoring::InterestKind>, std::int64_t> tally_conflicts(
    store::Reader& reader, const api::Keys& keys, ContestId contest, const std::vector<ContestJudge>& judges);
/// Another text when anything has changed that could change the tally.
std::string conflict_facts_hash(store::Reader& reader, ContestId contest,
                                const std::vector<ContestJudge>& judges);

}  // namespace guong::judging
