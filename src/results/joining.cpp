// Joining codes and authors, and the prizes that follow from it.
#include <iterator>

#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/contests/kept_rows.h"
#include "guong/entries/identity.h"
#include "guong/judging/round.h"
#include "guong/units/unit.h"
#include "results/ahead.h"
#include "results/awards.h"
#include "results/record.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {
namespace {

constexpr std::int64_t kPeopleToJoin = 2;

void record_join(store::Tx& tx, const api::UseCaseContext& context, const Result& result,
                 const std::vector<Consent>& consents) {
  record(tx, context, "codes.joined", result, {},
         {{"first", id_text(consents[0].account)},
          {"second", id_text(consents[1].account)},
          {std::string(store::kRowsTold), contests::contest_rows(tx, context.keys, result.contest)}});
}

void settle_contest(store::Tx& tx, ContestId contest) {
  if (contests::find_contest(tx, contest).state == contests::ContestState::judging)
    contests::set_contest_state(tx, contest, contests::ContestState::judging,
                                contests::ContestState::settled);
}

/// Gives the ranked prizes by the rule book alone.
void allot_all(store::Tx& tx, const api::UseCaseContext& context, const Result& result, RankedBy ranked) {
  const auto prizes = load_prizes(tx, context.keys, result, std::move(ranked));
  store_prizes(tx, context.random, result.id, prizes);
  record(tx, context, "awards.allotted", result,
         {{"awards", std::to_string(prizes.awards().size())},
          {"undecided", std::to_string(prizes.allotment().undecided.size())},
          {"awards_sha256", prizes_sha256(prizes)}});
}

void refuse_unknown_units(store::Reader& reader, const std::vector<AwardChange>& changes) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (changes[i].unit && !units::find_unit(reader, *changes[i].unit))
      faults.push_back({"/changes/" + std::to_string(i) + "/unit", "results.unit_unknown", {}});
  refuse_if_any(faults);
}

std::string described(const std::vector<AwardChange>& changes) {
  std::string out;
  for (const auto& c : changes) {
    const auto who = c.unit ? "unit " + id_text(*c.unit) : c.code;
    out += (out.empty() ? "" : "; ") + std::string(c.take ? "take " : "give ") + c.prize + " " + who;
  }
  return out;
}

}  // namespace

entries::JoiningToken joined_codes(store::Reader& reader, ContestId contest) {
  if (most_consents(reader, contest) < kPeopleToJoin || !judging::marks_locked(reader, contest))
    throw Error(ErrorKind::conflict, "entries.not_joined");
  return entries::JoiningToken(contest);
}

bool join_codes(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                const ReadAhead& ahead) {
  using api::Role;
  api::require_any(context.actor, Role::secretary | Role::organiser | Role::head, contest);
  auto result = begin_step(tx, contest, id, ResultAction::join);
  auto ranked = ranked_ground(tx, context, result, ahead);
  if (const auto& ties = ranked.ranking.open_ties; !ties.empty())
    throw Error(ErrorKind::conflict, "results.ties_open", {{"count", std::to_string(ties.size())}});
  if (insert_consent(tx, id, context.actor.account, context.now) == 0)
    throw Error(ErrorKind::conflict, "results.second_person_needed");
  const auto consents = load_consents(tx, id);
  if (std::ssize(consents) < kPeopleToJoin) {
    record(tx, context, "codes.join_consented", result, {});
    return false;
  }
  finish_step(tx, result);
  settle_contest(tx, contest);
  record_join(tx, context, result, consents);
  allot_all(tx, context, result, std::move(ranked));
  return true;
}

void adjust_awards(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                   const std::vector<AwardChange>& changes, const std::string& reason,
                   const ReadAhead& ahead) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto result = begin_step(tx, contest, id, ResultAction::adjust);
  const auto ground = prize_ground(tx, context, result, ResultAction::adjust, ahead);
  refuse_unknown_units(tx, changes);
  auto& prizes = *ground->prizes;
  change_prizes(prizes, changes, {context.actor.account, context.now, reason});
  store_prizes(tx, context.random, id, prizes);
  finish_step(tx, result);
  record(tx, context, "awards.adjusted", result,
         {{"reason", reason}, {"awards_sha256", prizes_sha256(prizes)}}, {{"changes", described(changes)}});
}

}  // namespace guong::results
