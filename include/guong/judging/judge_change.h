// What conflicts of interest are found by does not change by a judge's word alone. The head decides on a unit other
// than the one that the judge was appointed with, and on whether interests declared while a round is open end
// assignments: told at once, it would tell the judge whose work they have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::judging {

enum class JudgeChangeKind { unit, interests };
std::string_view judge_change_name(JudgeChangeKind kind);

/// For the head: whose, since when. Never which people were declared: that and a code would tell an author.
struct JudgeChange {
  JudgeChangeKind kind = JudgeChangeKind::unit;
  AccountId judge;
  std::string judge_name;
  std::string from_unit, to_unit;  // names, of a unit
  std::int64_t count = 0;          // of interests
  Timestamp asked_at;
};
/// Oldest first.
std::vector<JudgeChange> pending_judge_changes(store::Reader& reader, ContestId contest);

/// The caller's unit in the contest, with what they ask for instead.
struct JudgeUnit {
  std::optional<UnitId> unit;
  std::string name;
  bool asked = false;
};
JudgeUnit judge_unit(store::Reader& reader, ContestId contest, AccountId judge);
void ask_judge_unit(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                    std::optional<UnitId> unit);
/// By the head. Confirmed, it counts from now on and ends what it bars; otherwise the unit stays, and the assignments
/// stay. Error{not_found} when nothing waits.
void decide_judge_change(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                         AccountId judge, JudgeChangeKind kind, bool confirmed);

}  // namespace guong::judging
