// From locked rounds to a ranking by code, and the head's decisions on ties: all before anybody knows a name.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/judging/round.h"
#include "guong/judging/round_scores.h"
#include "guong/results/ledger_check.h"
#include "guong/standings/long_json.h"
#include "guong/standings/verify.h"
#include "results/ahead.h"
#include "results/record.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {
namespace {

void refuse_unless_computable(store::Reader& reader, const api::UseCaseContext& context, ContestId contest) {
  api::require(context.actor, api::Role::organiser, contest);
  if (!judging::all_rounds_locked(reader, contest))
    throw Error(ErrorKind::conflict, "results.rounds_not_locked");
}

/// The cards of a work in the order of aliases: the order in which they were found is that of accounts.
void sort_cards(standings::EntryScore& work) {
  std::vector<std::pair<standings::CountedCard, Rational>> cards;
  for (std::size_t i = 0; i < work.cards.size(); ++i) cards.emplace_back(work.cards[i], work.totals[i]);
  std::ranges::sort(cards, {}, [](const auto& card) { return card.first.judge; });
  for (std::size_t i = 0; i < cards.size(); ++i) std::tie(work.cards[i], work.totals[i]) = cards[i];
}

/// J1, J2... by lot: the board knows the order of accounts.
void put_aliases(std::vector<standings::RankedRound>& rounds, Random& random) {
  std::map<std::string, std::string> alias;
  for (const auto& round : rounds)
    for (const auto& work : round.works)
      for (const auto& card : work.cards) alias[card.judge];
  std::vector<std::string> names;
  for (std::size_t i = 1; i <= alias.size(); ++i) {
    names.push_back("J" + std::to_string(i));
    std::swap(names.back(), names[random.below(i)]);
  }
  auto name = names.begin();
  for (auto& [judge, drawn] : alias) drawn = *name++;
  for (auto& round : rounds)
    for (auto& work : round.works) {
      for (auto& card : work.cards) card.judge = alias.at(card.judge);
      sort_cards(work);
    }
}

standings::Ranking compute_ranking(store::Reader& reader, Random& random, ContestId contest,
                                   const rules::RuleBook& rules) {
  standings::Ranking ranking;
  ranking.rules_version = contests::find_contest(reader, contest).version;
  ranking.rules_sha256 =
      to_hex(as_text(sha256(contests::rule_book_document(reader, contest, ranking.rules_version))));
  for (int number = 1; number <= static_cast<int>(rules.rounds.size()); ++number)
    ranking.rounds.push_back({number, judging::round_scores(reader, contest, rules, number)});
  for (const auto& round : ranking.rounds)
    for (const auto& work : round.works)
      if (!work.score) throw Error(ErrorKind::internal, "results.score_missing", {{"code", work.code}});
  put_aliases(ranking.rounds, random);
  standings::rank(rules, ranking);
  return ranking;
}

/// What the new result takes the place of: what is unpublished goes at once, what is published stays until
/// the new one is out.
void take_over(store::Tx& tx, const api::UseCaseContext& context, Result& fresh) {
  for (auto& old : load_results(tx, fresh.contest)) {
    fresh.number = std::max(fresh.number, old.number + 1);
    if (old.state == ResultState::superseded) continue;
    if (fresh.reason.empty()) throw Error(ErrorKind::conflict, "results.reason_needed");
    if (old.state == ResultState::published) {
      fresh.supersedes = old.id;
      continue;
    }
    old.state = *next_state(old.state, ResultAction::supersede);
    finish_step(tx, old);
    record(tx, context, "result.superseded", old, {});
  }
}

/// The open tie of just these works. Where two tables have it, each is decided by itself.
standings::OpenTie tie_meant(const standings::Ranking& ranking, const std::vector<std::string>& order,
                             const std::optional<std::string>& table) {
  std::vector<standings::OpenTie> found;
  for (const auto& tie : ranking.open_ties)
    if ((!table || tie.category == *table) && std::ranges::is_permutation(tie.codes, order))
      found.push_back(tie);
  if (found.empty()) refuse_if_any({{"/order", "results.no_such_tie", {}}});
  if (found.size() > 1) refuse_if_any({{"/category", "results.tie_in_two_tables", {}}});
  return found.front();
}

}  // namespace

std::shared_ptr<const rules::RuleBook> ranked_rules(store::Reader& reader, const Result& result) {
  // The text may be long, and its names stand in order: the rule book is at its end.
  const auto at = result.ranking.rfind("\"rule_book\":");
  if (at == result.ranking.npos) throw Error(ErrorKind::internal, "base.internal");
  const auto version = nlohmann::json::parse("{" + result.ranking.substr(at)).at("rule_book").at("version");
  return contests::contest_rules(reader, result.contest, version.get<std::int64_t>());
}

RankedBy ranking_of(store::Reader& reader, const Result& result) {
  const BorrowedBytes text(result.ranking);
  const auto read =
      standings::read_long_json(text, standings::long_lists_of_ranking(), standings::kResultsFileLimits);
  if (!read) throw Error(ErrorKind::internal, "base.internal");
  const auto version = read->value.frame.at("rule_book").at("version").get<std::int64_t>();
  auto rules = contests::contest_rules(reader, result.contest, version);
  auto ranking = standings::parse_ranking(*rules, read->value);
  return {std::move(rules), std::move(ranking)};
}

void set_ranking(const rules::RuleBook& rules, const standings::Ranking& ranking, Result& result) {
  result.ranking.clear();
  standings::write_canonical(standings::ranking_json(rules, ranking),
                             [&](std::string_view piece) { result.ranking += piece; });
  const auto hash = sha256(result.ranking);
  result.ranking_sha256.assign(hash.begin(), hash.end());
}

Result ranked_anew(store::Reader& reader, const api::UseCaseContext& context, ContestId contest) {
  refuse_unless_computable(reader, context, contest);
  const auto rules = contests::contest_rules(reader, contest);
  Result out;
  set_ranking(*rules, compute_ranking(reader, context.random, contest, *rules), out);
  return out;
}

Result compute_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      const std::string& reason, const ReadAhead& ahead) {
  refuse_unless_computable(tx, context, contest);
  const bool stands = stands_for(tx, ahead, contest);
  if (!stands) require_ledger_agrees(tx, context.keys, contest);
  Result result = stands ? ahead->fresh : ranked_anew(tx, context, contest);
  result.id = context.random.id<ResultId>();
  result.contest = contest;
  result.computed_at = context.now;
  result.computed_by = context.actor.account;
  result.reason = reason;
  take_over(tx, context, result);
  insert_result(tx, result);
  record(tx, context, "result.computed", result,
         {{"ranking_sha256", to_hex(as_text(result.ranking_sha256))}, {"reason", reason}});
  result.revision = {1};
  return result;
}

void decide_tie(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                const std::vector<std::string>& order, const std::optional<std::string>& table,
                const ReadAhead& ahead) {
  api::require(context.actor, api::Role::head, contest);
  auto result = begin_step(tx, contest, id, ResultAction::decide_tie);
  auto [rules, ranking] = ranked_ground(tx, context, result, ahead);
  const auto tie = tie_meant(ranking, order, table);
  // A ranking of version 1 that has decisions keeps their meaning; else this one begins with tables of their own.
  if (ranking.decisions.empty()) ranking.v = 2;
  ranking.decisions.push_back({ranking.v == 1 ? std::nullopt : std::optional(tie.category), order});
  standings::rank(*rules, ranking);
  set_ranking(*rules, ranking, result);
  update_ranking(tx, result);
  finish_step(tx, result);
  std::string codes;
  for (const auto& code : order) codes += (codes.empty() ? "" : " ") + code;
  record(tx, context, "result.tie_decided", result,
         {{"order", codes},
          {"table", tie.category},
          {"ranking_sha256", to_hex(as_text(result.ranking_sha256))}});
}

}  // namespace guong::results
