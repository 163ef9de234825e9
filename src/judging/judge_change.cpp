// Asking the head, and what follows from the head's word.
#include "guong/judging/judge_change.h"

#include "guong/accounts/grant.h"
#include "guong/accounts/kept_rows.h"
#include "guong/api/record.h"
#include "guong/base/enum_names.h"
#include "guong/base/error.h"
#include "guong/judging/assignment.h"
#include "judging/judge_change_store.h"
#include "judging/kept_rows_store.h"

namespace guong::judging {
namespace {

constexpr EnumNames<JudgeChangeKind, 2> kKinds{
    {{{JudgeChangeKind::unit, "unit"}, {JudgeChangeKind::interests, "interests"}}}};

}  // namespace

std::string_view judge_change_name(JudgeChangeKind kind) { return kKinds.name(kind); }

std::vector<JudgeChange> pending_judge_changes(store::Reader& reader, ContestId contest) {
  return load_judge_changes(reader, contest);
}

JudgeUnit judge_unit(store::Reader& reader, ContestId contest, AccountId judge) {
  return load_judge_unit(reader, contest, judge);
}

void ask_judge_unit(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                    std::optional<UnitId> unit) {
  api::require(context.actor, api::Role::judge, contest);
  if (unit && !known_unit(tx, *unit)) refuse_if_any({{"/unit", "judging.no_such_unit", {}}});
  insert_unit_request(tx, contest, context.actor.account, unit, context.now);
  api::record(
      tx, context, "judge.unit_asked", contest, {},
      {{"unit", unit ? id_text(*unit) : ""},
       {std::string(store::kRowsTold), judge_rows(tx, context.keys, contest, context.actor.account)}});
}

void decide_judge_change(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                         AccountId judge, JudgeChangeKind kind, bool confirmed) {
  api::require(context.actor, api::Role::head, contest);
  std::string unit;
  if (kind == JudgeChangeKind::unit) {
    const auto asked = take_unit_request(tx, contest, judge);
    if (!asked) throw Error::not_found();
    if (confirmed) accounts::set_judge_unit(tx, contest, judge, *asked);
    if (*asked) unit = id_text(**asked);
  } else if (end_waiting(tx, contest, judge, confirmed ? "decided" : "kept") == 0) {
    throw Error::not_found();
  }
  api::record(
      tx, context, "judge.change_decided", contest,
      {{"kind", std::string(judge_change_name(kind))}, {"confirmed", confirmed ? "1" : "0"}},
      {{"judge", id_text(judge)},
       {"unit", unit},
       {std::string(store::kRowsTold), judge_rows(tx, context.keys, contest, judge) +
                                           accounts::judge_unit_rows(tx, context.keys, contest, judge)}});
  if (!confirmed) return;
  end_barred_assignments(tx, context, contest, judge);
  enqueue_conflict_count(tx, context, contest);
}

}  // namespace guong::judging
