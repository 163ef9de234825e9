// Joining codes and authors, and the prizes that follow from it.
#include <algorithm>
#include <iterator>
#include <set>

#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/entries/identity.h"
#include "guong/judging/round.h"
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
         {{"first", id_text(consents[0].account)}, {"second", id_text(consents[1].account)}});
}

void settle_contest(store::Tx& tx, ContestId contest) {
  if (contests::find_contest(tx, contest).state == contests::ContestState::judging)
    contests::set_contest_state(tx, contest, contests::ContestState::judging,
                                contests::ContestState::settled);
}

/// Gives the ranked prizes by the rule book alone.
void allot_all(store::Tx& tx, const api::UseCaseContext& context, const rules::RuleBook& rules,
               const standings::Ranking& ranking, const Result& result) {
  const auto works = joined_works(tx, context.keys, ranking, result.contest);
  const auto allotment = allot_prizes(rules, ranking, works, {});
  std::vector<Award> awards;
  for (const auto& given : allotment.allotted)
    awards.push_back(
        make_award(rules, ranking, works, {false, given.tier, given.category, given.code, {}}, ""));
  sort_awards(rules, awards);
  replace_awards(tx, context.random, result.id, awards);
  record(
      tx, context, "awards.allotted", result,
      {{"awards", std::to_string(awards.size())}, {"undecided", std::to_string(allotment.undecided.size())}});
}

std::vector<Award> changed(const rules::RuleBook& rules, const standings::Ranking& ranking,
                           const JoinedByCode& works, std::vector<Award> awards,
                           const std::vector<AwardChange>& changes, const std::string& reason) {
  for (const auto& change : changes) {
    std::erase_if(awards, [&](const Award& award) {
      return award.prize == change.prize && award.code == change.code && award.unit == change.unit;
    });
    if (!change.take) awards.push_back(make_award(rules, ranking, works, change, reason));
  }
  return awards;
}

/// A tie that was just decided by hand lets the prizes below its line be given too. What was taken away by
/// hand stays away.
void fill_below(const rules::RuleBook& rules, const standings::Ranking& ranking, const JoinedByCode& works,
                std::vector<Award>& awards, const std::string& reason) {
  std::set<std::tuple<std::string, std::string, std::string>> before;
  for (const auto& a : allot_prizes(rules, ranking, works, {}).allotted)
    before.insert({a.tier, a.category, a.code});
  for (const auto& a : allot_prizes(rules, ranking, works, awards).allotted) {
    const bool known =
        before.contains({a.tier, a.category, a.code}) || std::ranges::count(awards, a.code, &Award::code) > 0;
    if (!known)
      awards.push_back(make_award(rules, ranking, works, {false, a.tier, a.category, a.code, {}}, reason));
  }
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

bool join_codes(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id) {
  using api::Role;
  api::require_any(context.actor, Role::secretary | Role::organiser | Role::head, contest);
  auto result = begin_step(tx, contest, id, ResultAction::join);
  const auto rules = contests::contest_rules(tx, contest);
  const auto ranking = ranking_of(*rules, result);
  if (!ranking.open_ties.empty())
    throw Error(ErrorKind::conflict, "results.ties_open",
                {{"count", std::to_string(ranking.open_ties.size())}});
  if (insert_consent(tx, id, context.actor.account, context.now) == 0)
    throw Error(ErrorKind::conflict, "results.second_person_needed");
  const auto consents = load_consents(tx, id);
  if (std::ssize(consents) < kPeopleToJoin) {
    record(tx, context, "codes.join_consented", result, {});
    return false;
  }
  finish_step(tx, result);
  record_join(tx, context, result, consents);
  settle_contest(tx, contest);
  allot_all(tx, context, *rules, ranking, result);
  return true;
}

void adjust_awards(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                   const std::vector<AwardChange>& changes, const std::string& reason) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto result = begin_step(tx, contest, id, ResultAction::adjust);
  const auto rules = contests::contest_rules(tx, contest);
  const auto ranking = ranking_of(*rules, result);
  const auto works = joined_works(tx, context.keys, ranking, contest);
  auto awards = changed(*rules, ranking, works, load_awards(tx, id), changes, reason);
  refuse_if_any(change_faults(*rules, ranking, works, awards, changes));
  fill_below(*rules, ranking, works, awards, reason);
  sort_awards(*rules, awards);
  replace_awards(tx, context.random, id, awards);
  finish_step(tx, result);
  record(tx, context, "awards.adjusted", result, {{"reason", reason}}, {{"changes", described(changes)}});
}

}  // namespace guong::results
