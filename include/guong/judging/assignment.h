// Who marks what. A hard conflict of interest bars an assignment, by hand and in the draw alike, and nobody
// is told why: the why would join code and author.
//
//   active ──recuse──▶ recused        active ──remove──▶ removed ──assign──▶ active
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/store/store.h"

namespace guong::judging {

/// Error{conflict}: "judging.not_assignable" (a conflict of interest, never which one),
/// "judging.not_on_panel", "judging.already_assigned", "judging.round_not_open". `extra`: the one more judge
/// that a discrepancy calls for.
AssignmentId assign(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                    const std::string& code, AccountId judge, bool extra);
/// Error{conflict, "judging.card_handed_in"} when its card is submitted: the secretary reopens that first.
void remove_assignment(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                       AssignmentId assignment);

struct Drawn {
  int assigned = 0;
  std::vector<std::string> unstaffed;  // codes for which too few judges are free of conflicts
};
/// Gives each work as many judges as the rule book asks for, loads balanced, keeping what is assigned
/// already. With `extra`: one more judge for each work whose cards differ too much.
Drawn draw_assignments(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                       bool extra);

/// For the organiser: kinds of conflict and how often, by judge; never with whom.
struct ConflictCount {
  AccountId judge;
  std::string judge_name;
  std::string kind;
  bool hard = true;
  int count = 0;
};
std::vector<ConflictCount> count_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                           Timestamp now);
/// The head lets a judge mark a work in spite of a soft interest. Error{conflict, "judging.not_waivable"}
/// unless there is one.
void waive_conflict(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                    const std::string& code, AccountId judge, const std::string& reason);

/// Ends every active assignment of open rounds (of one judge, or of all) that conflicts bar by now. Gives how
/// many.
int end_barred_assignments(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                           AccountId judge = {});

}  // namespace guong::judging
