// Proposing, and approving by another person.
#include "guong/base/error.h"
#include "results/ahead.h"
#include "results/awards.h"
#include "results/recheck.h"
#include "results/record.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {

void propose_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                    const std::string& decision_number, const std::string& vacancy_reason,
                    const ReadAhead& ahead) {
  api::require(context.actor, api::Role::organiser, contest);
  auto result = begin_step(tx, contest, id, ResultAction::propose);
  const auto ground = prize_ground(tx, context, result, ResultAction::propose, ahead);
  auto& prizes = *ground->prizes;
  if (leave_undecided_vacant(prizes, {context.actor.account, context.now, vacancy_reason}) > 0)
    store_prizes(tx, context.random, id, prizes);
  refuse_if_awards_moved(tx, result, prizes);
  result.decision_number = decision_number;
  result.proposed_at = context.now;
  result.proposed_by = context.actor.account;
  finish_step(tx, result);
  record(tx, context, "result.proposed", result,
         {{"decision_number", decision_number},
          {"ranking_sha256", to_hex(as_text(result.ranking_sha256))},
          {"awards_sha256", prizes_sha256(prizes)},
          {"vacancy_reason", vacancy_reason}});
}

void approve_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                    const ReadAhead& ahead) {
  api::require(context.actor, api::Role::head, contest);
  auto result = begin_step(tx, contest, id, ResultAction::approve);
  if (result.proposed_by == context.actor.account) throw Error(ErrorKind::conflict, "results.same_person");
  const auto ground = prize_ground(tx, context, result, ResultAction::approve, ahead);
  const auto& prizes = *ground->prizes;
  result.approved_at = context.now;
  result.approved_by = context.actor.account;
  finish_step(tx, result);
  record(
      tx, context, "result.approved", result,
      {{"ranking_sha256", to_hex(as_text(result.ranking_sha256))}, {"awards_sha256", prizes_sha256(prizes)}});
}

}  // namespace guong::results
