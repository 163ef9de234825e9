// Who marks what. A hard conflict of interest bars an assignment, by hand and in the draw alike, and nobody
// is told why: the why would join code and author.
//
//   active ──recuse──▶ recused        active ──remove──▶ removed ──assign──▶ active
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/store/jobs.h"
#include "guong/store/store.h"

namespace guong::api {
struct Services;
}

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
  std::int64_t count = 0;
};
struct ConflictCounts {
  std::optional<Timestamp> counted_at;  // nothing before the first count
  std::vector<ConflictCount> items;     // of those who are judges now, by judge
};
/// As last counted by recount_conflicts().
ConflictCounts conflict_counts(store::Reader& reader, ContestId contest, Timestamp now);
/// Counts anew when what is counted has changed, and tells whether it had. Opens the author's name of every
/// work: for a job, never for a request.
bool recount_conflicts(store::Store& store, const api::Keys& keys, ContestId contest, Timestamp now);
/// Has a job count the conflicts of the contest.
void enqueue_conflict_count(store::Tx& tx, const api::UseCaseContext& context, ContestId contest);
/// The same for every contest whose facts have changed by what other modules do: roles, units, intake.
void enqueue_stale_conflict_counts(store::Store& store, Random& random, Timestamp now);
/// Handlers of this module's jobs.
std::map<std::string, store::JobHandler> judging_jobs(api::Services& services,
                                                      std::function<Timestamp()> clock);
/// The head lets a judge mark a work in spite of a soft interest. Error{conflict, "judging.not_waivable"}
/// unless there is one.
void waive_conflict(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                    const std::string& code, AccountId judge, const std::string& reason);

/// Ends every active assignment of open rounds (of one judge, or of all) that conflicts bar by now. Gives how
/// many.
int end_barred_assignments(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                           AccountId judge = {});

}  // namespace guong::judging
