// Proposing, and approving by another person.
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "results/awards.h"
#include "results/record.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {

void propose_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                    const std::string& decision_number, const std::string& vacancy_reason) {
  api::require(context.actor, api::Role::organiser, contest);
  auto result = begin_step(tx, contest, id, ResultAction::propose);
  const auto rules = contests::contest_rules(tx, contest);
  const auto ranking = ranking_of(*rules, result);
  const auto open =
      allot_prizes(*rules, ranking, joined_works(tx, context.keys, ranking, contest), load_awards(tx, id));
  if (!open.undecided.empty() && vacancy_reason.empty())
    throw Error(ErrorKind::conflict, "results.prizes_undecided",
                {{"count", std::to_string(open.undecided.size())}});
  result.decision_number = decision_number;
  result.proposed_at = context.now;
  result.proposed_by = context.actor.account;
  finish_step(tx, result);
  record(tx, context, "result.proposed", result,
         {{"decision_number", decision_number},
          {"ranking_sha256", to_hex(as_text(result.ranking_sha256))},
          {"vacancy_reason", vacancy_reason}});
}

void approve_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id) {
  api::require(context.actor, api::Role::head, contest);
  auto result = begin_step(tx, contest, id, ResultAction::approve);
  if (result.proposed_by == context.actor.account) throw Error(ErrorKind::conflict, "results.same_person");
  result.approved_at = context.now;
  result.approved_by = context.actor.account;
  finish_step(tx, result);
  record(tx, context, "result.approved", result,
         {{"ranking_sha256", to_hex(as_text(result.ranking_sha256))}});
}

}  // namespace guong::results
