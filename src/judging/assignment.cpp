// Assigning by hand, waivers, and ending what a conflict of interest bars. The draw is in draw.cpp.
#include "guong/judging/assignment.h"

#include <algorithm>

#include "guong/api/record.h"
#include "guong/base/error.h"
#include "guong/judging/panel.h"
#include "guong/judging/progress.h"
#include "judging/assignment_store.h"
#include "judging/conflicts.h"
#include "judging/kept_rows_store.h"
#include "judging/round_store.h"

namespace guong::judging {
namespace {

void refuse_unless_open(store::Reader& reader, ContestId contest, int round) {
  if (round_state(reader, contest, round) != RoundState::open)
    throw Error(ErrorKind::conflict, "judging.round_not_open", {{"round", std::to_string(round)}});
}

bool on_panel(const std::vector<Panel>& panels, int round, const std::string& category, AccountId judge) {
  return std::ranges::any_of(panels, [&](const Panel& panel) {
    return panel.round == round && std::ranges::count(panel.categories, category) > 0 &&
           std::ranges::count(panel.members, judge) > 0;
  });
}

void refuse_conflict(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                     const std::string& code, AccountId judge) {
  auto judges = contest_judges(reader, contest, context.now);
  std::erase_if(judges, [&](const ContestJudge& j) { return j.id != judge; });
  if (judges.empty() || find_conflicts(reader, context.keys, contest, judges, {code}).bars(code, judge))
    throw Error(ErrorKind::conflict, "judging.not_assignable");
}

}  // namespace

AssignmentId assign(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                    const std::string& code, AccountId judge, bool extra) {
  api::require(context.actor, api::Role::organiser, contest);
  refuse_unless_open(tx, contest, round);
  const auto entry = load_round_entry(tx, contest, round, code);
  if (!entry) throw Error::not_found();
  if (!on_panel(list_panels(tx, contest), round, entry->category, judge))
    throw Error(ErrorKind::conflict, "judging.not_on_panel");
  const auto before = load_assignment(tx, contest, round, code, judge);
  if (before && before->state == "active") throw Error(ErrorKind::conflict, "judging.already_assigned");
  // Whoever recused knows the author, and goes on knowing.
  if (before && before->state == "recused") throw Error(ErrorKind::conflict, "judging.not_assignable");
  refuse_conflict(tx, context, contest, code, judge);
  // One row for each judge and work: a card that was begun before the removal is found again.
  const auto id = before ? before->id : context.random.id<AssignmentId>();
  if (before)
    reactivate(tx, id, extra, context.now, context.actor.account);
  else
    insert_assignment(
        tx, {id, contest, round, code, entry->entry, judge, extra, context.now, context.actor.account});
  if (before && before->card == CardState::submitted) update_extra_needed(tx, contest, round, code);
  api::record(tx, context, "assignment.made", contest,
              {{"round", std::to_string(round)}, {"extra", extra ? "1" : "0"}},
              {{"judge", id_text(judge)},
               {"code", code},
               {std::string(store::kRowsTold), assignment_rows(tx, context.keys, contest, id)}});
  return id;
}

void remove_assignment(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                       AssignmentId id) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto row = load_assignment(tx, contest, id);
  if (!row || row->round != round || row->state != "active") throw Error::not_found();
  refuse_unless_open(tx, contest, round);
  if (row->card == CardState::submitted) throw Error(ErrorKind::conflict, "judging.card_handed_in");
  end_assignment(tx, id, "removed", context.now);
  api::record(tx, context, "assignment.removed", contest, {{"round", std::to_string(round)}},
              {{"judge", id_text(row->judge)},
               {"code", row->code},
               {std::string(store::kRowsTold), assignment_rows(tx, context.keys, contest, id)}});
}

void waive_conflict(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                    const std::string& code, AccountId judge, const std::string& reason) {
  api::require(context.actor, api::Role::head, contest);
  const auto rounds = open_rounds(tx, contest);
  if (rounds.empty() || !load_round_entry(tx, contest, rounds.back(), code)) throw Error::not_found();
  auto judges = contest_judges(tx, contest, context.now);
  std::erase_if(judges, [&](const ContestJudge& j) { return j.id != judge; });
  const auto table = find_conflicts(tx, context.keys, contest, judges, {code});
  const auto& interests = table.interests(code, judge);
  if (interests.empty() || std::ranges::any_of(interests, scoring::is_hard))
    throw Error(ErrorKind::conflict, "judging.not_waivable");
  insert_waiver(tx, contest, {code, judge}, reason, context.actor.account, context.now);
  api::record(tx, context, "conflict.waived", contest, {},
              {{"judge", id_text(judge)},
               {"code", code},
               {"reason", reason},
               {std::string(store::kRowsTold), judge_rows(tx, context.keys, contest, judge)}});
}

int end_barred_assignments(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                           AccountId judge) {
  const auto rounds = open_rounds(tx, contest);
  if (rounds.empty()) return 0;
  auto judges = contest_judges(tx, contest, context.now);
  if (judge) std::erase_if(judges, [&](const ContestJudge& j) { return j.id != judge; });
  int ended = 0;
  for (const int round : rounds) {
    // One judge's own works are few; of all judges every work is looked at.
    const auto table = judge ? find_conflicts(tx, context.keys, contest, judges,
                                              assigned_codes(tx, contest, round, judge), Counted::decided)
                             : find_conflicts(tx, context.keys, contest, judges, Counted::decided);
    for (const auto& [pair, interests] : table.all()) {
      if (!table.bars(pair.first, pair.second)) continue;
      const auto row = load_assignment(tx, contest, round, pair.first, pair.second);
      if (!row || row->state != "active") continue;
      end_assignment(tx, row->id, "removed", context.now);
      if (row->card == CardState::submitted) update_extra_needed(tx, contest, round, row->code);
      api::record(tx, context, "assignment.barred", contest, {{"round", std::to_string(round)}},
                  {{"judge", id_text(row->judge)},
                   {"code", row->code},
                   {std::string(store::kRowsTold), assignment_rows(tx, context.keys, contest, row->id)}});
      ++ended;
    }
  }
  return ended;
}

}  // namespace guong::judging
