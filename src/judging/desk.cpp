#include "guong/judging/desk.h"

#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/judging/round_scores.h"
#include "guong/scoring/card.h"
#include "judging/assignment_store.h"
#include "judging/card_store.h"
#include "judging/marks_text.h"
#include "judging/record.h"
#include "judging/round_rules.h"
#include "judging/round_store.h"
#include "judging/tie_store.h"

namespace guong::judging {
namespace {

[[noreturn]] void not_found() { throw Error(ErrorKind::not_found, "base.not_found"); }

void refuse_unless_open(const DeskWork& work) {
  if (!work.open) throw Error(ErrorKind::conflict, "judging.round_locked", {{"round", std::to_string(work.round)}});
}

/// The one place that changes a card's state.
void refuse_unless_possible(const Card& card, CardDeed deed) {
  if (after(card.state, deed)) return;
  const char* key = card.state == CardState::submitted ? "judging.card_handed_in"
                    : deed == CardDeed::reopen         ? "judging.card_not_handed_in"
                                                       : "judging.card_not_begun";
  throw Error(ErrorKind::conflict, key);
}

}  // namespace

std::string_view state_name(CardState state) {
  constexpr std::string_view kNames[] = {"none", "draft", "submitted"};
  return kNames[static_cast<int>(state)];
}

std::optional<CardState> after(CardState from, CardDeed deed) {
  for (const auto& row : kCardTransitions)
    if (row.from == from && row.deed == deed) return row.to;
  return std::nullopt;
}

DeskWork own_work(store::Reader& reader, AccountId judge, ContestId contest, std::string_view code) {
  auto row = load_own_work(reader, judge, contest, code);
  const bool accepted = row ? row->terms_accepted : load_terms(reader, contest, judge).has_value();
  if (!accepted) throw Error(ErrorKind::conflict, "judging.terms_first");
  if (!row) not_found();
  return std::move(row->work);
}

DeskWork work_to_mark(store::Tx& tx, const api::Act& act, ContestId contest, const std::string& code) {
  api::require(act.actor, api::Role::judge, contest);
  auto work = own_work(tx, act.actor.account, contest, code);
  refuse_unless_open(work);
  return work;
}

std::vector<DeskItem> own_works(store::Reader& reader, AccountId judge, ContestId contest, int after_round,
                                const std::string& after_code, int limit) {
  if (!load_terms(reader, contest, judge)) throw Error(ErrorKind::conflict, "judging.terms_first");
  return load_own_works(reader, judge, contest, after_round, after_code, limit);
}

std::vector<JudgingContest> judging_contests(store::Reader& reader, AccountId judge, Timestamp now) {
  return load_judging_contests(reader, judge, now);
}

Revision save_card(store::Tx& tx, const api::Act& act, ContestId contest, const std::string& code, const CardDraft& draft,
                   Revision expected) {
  const auto work = work_to_mark(tx, act, contest, code);
  refuse_unless_possible(work.card, CardDeed::save);
  const auto rules = contests::contest_rules(tx, contest);
  refuse_if_any(scoring::mark_faults(criteria_of(round_rules(*rules, work.round)), draft.marks, false));
  if (work.card.revision != expected) throw Error(ErrorKind::stale, "base.stale");
  const auto changed = work.card.state == CardState::none ? insert_card(tx, work.assignment, draft, act.now)
                                                          : update_card(tx, work.assignment, draft, act.now, expected);
  if (changed == 0) throw Error(ErrorKind::stale, "base.stale");
  return {expected.value + 1};
}

Revision submit_card(store::Tx& tx, const api::Act& act, ContestId contest, const std::string& code, Revision expected) {
  const auto work = work_to_mark(tx, act, contest, code);
  refuse_unless_possible(work.card, CardDeed::submit);
  if (work.card.revision != expected) throw Error(ErrorKind::stale, "base.stale");
  const auto rules = contests::contest_rules(tx, contest);
  const auto criteria = criteria_of(round_rules(*rules, work.round));
  refuse_if_any(scoring::mark_faults(criteria, work.card.content.marks, true));
  if (mark_submitted(tx, work.assignment, act.now, expected) == 0) throw Error(ErrorKind::stale, "base.stale");
  record(tx, act, "card.submitted", contest, {{"round", std::to_string(work.round)}},
         {{"judge", id_text(act.actor.account)}, {"code", code}, {"marks", marks_text(work.card.content.marks)}});
  return {expected.value + 1};
}

void recuse(store::Tx& tx, const api::Act& act, ContestId contest, const std::string& code, const std::string& reason) {
  const auto work = work_to_mark(tx, act, contest, code);
  if (end_assignment(tx, work.assignment, "recused", act.now) == 0) not_found();
  record(tx, act, "judge.recused", contest, {{"round", std::to_string(work.round)}},
         {{"judge", id_text(act.actor.account)}, {"code", code}, {"reason", reason}});
}

void reopen_card(store::Tx& tx, const api::Act& act, ContestId contest, int round, const std::string& code, AccountId judge,
                 const std::string& reason) {
  api::require(act.actor, api::Role::secretary, contest);
  if (round_state(tx, contest, round) != RoundState::open)
    throw Error(ErrorKind::conflict, "judging.round_not_open", {{"round", std::to_string(round)}});
  const auto assignment = load_assignment(tx, contest, round, code, judge);
  if (!assignment || assignment->state != "active") not_found();
  Card card;
  card.state = assignment->card;
  refuse_unless_possible(card, CardDeed::reopen);
  mark_reopened(tx, assignment->id, reason, act.now);
  record(tx, act, "card.reopened", contest, {{"round", std::to_string(round)}},
         {{"judge", id_text(judge)}, {"code", code}, {"reason", reason}});
}

}  // namespace guong::judging
