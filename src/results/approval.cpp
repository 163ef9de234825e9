// Proposing, and approving by another person.
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "results/awards.h"
#include "results/record.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {

void propose_result(store::Tx& tx, const api::Act& act, ContestId contest, ResultId id, const std::string& decision_number,
                    const std::string& vacancy_reason) {
  api::require(act.actor, api::Role::organiser, contest);
  auto result = begin_step(tx, contest, id, ResultDeed::propose);
  const auto rules = contests::contest_rules(tx, contest);
  const auto ranking = ranking_of(*rules, result);
  const auto open = allot_prizes(*rules, ranking, joined_works(tx, act.keys, ranking, contest), load_awards(tx, id));
  if (!open.undecided.empty() && vacancy_reason.empty())
    throw Error(ErrorKind::conflict, "results.prizes_undecided", {{"count", std::to_string(open.undecided.size())}});
  result.decision_number = decision_number;
  result.proposed_at = act.now;
  result.proposed_by = act.actor.account;
  finish_step(tx, result);
  record(tx, act, "result.proposed", result,
         {{"decision_number", decision_number},
          {"ranking_sha256", to_hex(as_text(result.ranking_sha256))},
          {"vacancy_reason", vacancy_reason}});
}

void approve_result(store::Tx& tx, const api::Act& act, ContestId contest, ResultId id) {
  api::require(act.actor, api::Role::head, contest);
  auto result = begin_step(tx, contest, id, ResultDeed::approve);
  if (result.proposed_by == act.actor.account) throw Error(ErrorKind::conflict, "results.same_person");
  result.approved_at = act.now;
  result.approved_by = act.actor.account;
  finish_step(tx, result);
  record(tx, act, "result.approved", result, {{"ranking_sha256", to_hex(as_text(result.ranking_sha256))}});
}

}  // namespace guong::results
