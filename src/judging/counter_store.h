// Counters of a round: how many works stand with how many judges, and how far each judge's cards have come.
// Kept by the writes of assignments and cards in their own transactions, so that a board costs the same for
// any number of works. SQL only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "guong/judging/desk.h"
#include "guong/judging/progress.h"
#include "guong/store/store.h"

namespace guong::judging {

/// Adds the active assignment to what is counted (`change` 1), or takes it away (-1).
void count_assignment(store::Tx& tx, AssignmentId assignment, int change);
/// Changes the state of the card beside its active assignment, and the judge's counts.
void count_card(store::Tx& tx, AssignmentId assignment, CardState to);
/// Notes whether the cards of a work differ so much that one more judge must mark.
void set_extra_needed(store::Tx& tx, ContestId contest, int round, const std::string& code, bool needed);
/// Counts a whole round anew, in a few statements: after a draw or an opening, which write very many rows.
void recount_round(store::Tx& tx, ContestId contest, int round);

/// Works that stand alike; those that are no longer accepted are left out.
struct Staffing {
  int judges = 0;  // active assignments that are not extra
  bool extra_needed = false, extra_given = false;
  std::int64_t works = 0;
};
std::vector<Staffing> load_staffing(store::Reader& reader, ContestId contest, int round);

struct JudgeCount {
  AccountId judge;
  std::string name;
  std::int64_t assigned = 0, drafted = 0, submitted = 0;
};
/// By judge; works that are no longer accepted are left out.
std::vector<JudgeCount> load_judge_counts(store::Reader& reader, ContestId contest, int round);

/// Cards handed in by the quarter of an hour, UTC: every time zone's days are made of whole ones. Works that are
/// no longer accepted are left out.
std::map<Timestamp, std::int64_t> count_handed_in_by_quarter(store::Reader& reader, ContestId contest,
                                                             int round);

/// Active assignments whose card is not submitted, by code and judge.
std::vector<MissingCard> page_missing_cards(store::Reader& reader, ContestId contest, int round,
                                            const CardCursor& after, int limit);
/// Works with fewer than `wanted` judges, those with the fewest first.
std::vector<Understaffed> page_understaffed(store::Reader& reader, ContestId contest, int round, int wanted,
                                            const StaffingCursor& after, int limit);
/// Works that need an extra judge and have none, after the code.
std::vector<std::string> page_extra_needed(store::Reader& reader, ContestId contest, int round,
                                           const std::string& after_code, int limit);
/// All works noted as needing an extra judge, by code.
std::vector<std::string> load_extra_needed(store::Reader& reader, ContestId contest, int round);

}  // namespace guong::judging
