// A judge's use cases: saving, submitting and reopening scorecards, recusal. Saving is not recorded in the
// ledger, submitting is: a draft is the judge's own until then.
#include "guong/judging/desk.h"

#include "guong/api/record.h"
#include "guong/base/enum_names.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/judging/progress.h"
#include "guong/scoring/card.h"
#include "guong/standings/entry_score.h"
#include "guong/standings/round_rules.h"
#include "guong/store/record_proofs.h"
#include "judging/assignment_store.h"
#include "judging/card_store.h"
#include "judging/interest_store.h"
#include "judging/kept_rows_store.h"
#include "judging/marks_text.h"
#include "judging/round_store.h"

namespace guong::judging {
namespace {

constexpr EnumNames<CardState, 3> kStateNames{
    {{{CardState::none, "none"}, {CardState::draft, "draft"}, {CardState::submitted, "submitted"}}}};

void refuse_unless_open(const DeskWork& work) {
  if (!work.open)
    throw Error(ErrorKind::conflict, "judging.round_locked", {{"round", std::to_string(work.round)}});
}

/// Every action on a card is looked up in the table of transitions here; the rest says why it was refused.
void refuse_unless_possible(const Card& card, CardAction action) {
  if (next_state(card.state, action)) return;
  const char* key = card.state == CardState::submitted ? "judging.card_handed_in"
                    : action == CardAction::reopen     ? "judging.card_not_handed_in"
                                                       : "judging.card_not_begun";
  throw Error(ErrorKind::conflict, key);
}

}  // namespace

std::string_view state_name(CardState state) { return kStateNames.name(state); }
CardState read_card_state(std::string_view name) { return kStateNames.read(name); }

std::optional<CardState> next_state(CardState from, CardAction action) {
  return guong::next_state(kCardTransitions, from, action);
}

DeskWork own_work(store::Reader& reader, AccountId judge, ContestId contest, std::string_view code) {
  auto row = load_own_work(reader, judge, contest, code);
  const bool accepted = row ? row->terms_accepted : load_terms(reader, contest, judge).has_value();
  // Terms first, also for a code that does not exist: the refusal must not tell which codes do.
  if (!accepted) throw Error(ErrorKind::conflict, "judging.terms_first");
  if (!row) throw Error::not_found();
  return std::move(row->work);
}

DeskWork work_to_mark(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      const std::string& code) {
  api::require(context.actor, api::Role::judge, contest);
  auto work = own_work(tx, context.actor.account, contest, code);
  refuse_unless_open(work);
  return work;
}

std::vector<DeskItem> own_works(store::Reader& reader, AccountId judge, ContestId contest,
                                const DeskCursor& after, int limit) {
  if (!load_terms(reader, contest, judge)) throw Error(ErrorKind::conflict, "judging.terms_first");
  return load_own_works(reader, judge, contest, after, limit);
}

std::vector<JudgingContest> judging_contests(store::Reader& reader, AccountId judge, Timestamp now) {
  return load_judging_contests(reader, judge, now);
}

Revision save_card(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                   const std::string& code, const CardDraft& draft, Revision expected) {
  const auto work = work_to_mark(tx, context, contest, code);
  refuse_unless_possible(work.card, CardAction::save);
  const auto rules = contests::contest_rules(tx, contest);
  refuse_if_any(scoring::mark_faults(standings::criteria_of(standings::round_rules(*rules, work.round)),
                                     draft.marks, false));
  if (work.card.revision != expected) throw Error(ErrorKind::stale, "base.stale");
  const auto changed = work.card.state == CardState::none
                           ? insert_card(tx, work.assignment, draft, context.now)
                           : update_card(tx, work.assignment, draft, context.now, expected);
  if (changed == 0) throw Error(ErrorKind::stale, "base.stale");
  return {expected.value + 1};
}

Revision submit_card(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                     const std::string& code, Revision expected) {
  const auto work = work_to_mark(tx, context, contest, code);
  refuse_unless_possible(work.card, CardAction::submit);
  if (work.card.revision != expected) throw Error(ErrorKind::stale, "base.stale");
  const auto rules = contests::contest_rules(tx, contest);
  const auto criteria = standings::criteria_of(standings::round_rules(*rules, work.round));
  refuse_if_any(scoring::mark_faults(criteria, work.card.content.marks, true));
  if (mark_submitted(tx, work.assignment, context.now, expected) == 0)
    throw Error(ErrorKind::stale, "base.stale");
  update_extra_needed(tx, contest, work.round, code);
  keep_card_record(tx, work.assignment, store::next_record(tx));
  api::record(tx, context, "card.submitted", contest, {{"round", std::to_string(work.round)}},
              {{"judge", id_text(context.actor.account)},
               {"code", code},
               {"marks", marks_text(work.card.content.marks)},
               {std::string(store::kRowsTold), card_rows(tx, context.keys, contest, work.assignment)}});
  return {expected.value + 1};
}

std::string card_proof(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                       const std::string& code) {
  const auto work = own_work(reader, context.actor.account, contest, code);
  const auto record = card_record(reader, work.assignment);
  if (work.card.state != CardState::submitted || !record)
    throw Error(ErrorKind::conflict, "judging.card_not_handed_in");
  const auto proof = store::prove_record(reader, context.keys.seal, *record, {"judge", "code", "marks"});
  if (!proof) throw Error(ErrorKind::conflict, "judging.no_proof_yet");
  return *proof;
}

void recuse(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, const std::string& code,
            const std::string& reason) {
  const auto work = work_to_mark(tx, context, contest, code);
  if (end_assignment(tx, work.assignment, "recused", context.now) == 0) throw Error::not_found();
  if (work.card.state == CardState::submitted) update_extra_needed(tx, contest, work.round, code);
  api::record(tx, context, "judge.recused", contest, {{"round", std::to_string(work.round)}},
              {{"judge", id_text(context.actor.account)},
               {"code", code},
               {"reason", reason},
               {std::string(store::kRowsTold), assignment_rows(tx, context.keys, contest, work.assignment)}});
}

void reopen_card(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                 const std::string& code, AccountId judge, const std::string& reason) {
  api::require(context.actor, api::Role::secretary, contest);
  if (round_state(tx, contest, round) != RoundState::open)
    throw Error(ErrorKind::conflict, "judging.round_not_open", {{"round", std::to_string(round)}});
  const auto assignment = load_assignment(tx, contest, round, code, judge);
  if (!assignment || assignment->state != "active") throw Error::not_found();
  Card card;
  card.state = assignment->card;
  refuse_unless_possible(card, CardAction::reopen);
  mark_reopened(tx, assignment->id, reason, context.now);
  update_extra_needed(tx, contest, round, code);
  api::record(tx, context, "card.reopened", contest, {{"round", std::to_string(round)}},
              {{"judge", id_text(judge)},
               {"code", code},
               {"reason", reason},
               {std::string(store::kRowsTold), card_rows(tx, context.keys, contest, assignment->id)}});
}

}  // namespace guong::judging
