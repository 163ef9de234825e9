#include "guong/judging/tie.h"

#include <algorithm>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/judging/assignment.h"
#include "guong/ledger/canonical_json.h"
#include "judging/record.h"
#include "judging/ties.h"

namespace guong::judging {
namespace {

/// The row's id is authenticated with the value: a tie cannot be moved to another judge.
std::string context_of(TieId id) { return "judge_tie:" + id_text(id); }

Bytes seal_tie(const api::Keys& keys, TieId id, const Tie& tie) {
  ledger::Object value{{"name", tie.name}};
  if (tie.unit) value.push_back({"unit", tie.unit->value});
  return seal(keys.seal, context_of(id), ledger::canonical_json(value));
}

/// Adds those that are new.
void add_ties(store::Tx& tx, const api::Act& act, ContestId contest, const std::vector<Tie>& ties) {
  auto known = own_terms(tx, act.keys, act.actor.account, contest).ties;
  for (const auto& tie : ties) {
    if (std::ranges::count(known, tie) > 0) continue;
    const auto id = act.random.id<TieId>();
    insert_tie(tx, contest, {id, act.actor.account, tie.kind, seal_tie(act.keys, id, tie)}, act.now);
    known.push_back(tie);
  }
}

void record_ties(store::Tx& tx, const api::Act& act, std::string kind, ContestId contest, std::size_t count) {
  record(tx, act, std::move(kind), contest, {}, {{"ties", std::to_string(count)}});
}

}  // namespace

Tie open_tie(const api::Keys& keys, const TieRow& row) {
  const auto value = ledger::parse_canonical_json(unseal(keys.seal, context_of(row.id), as_text(row.value_sealed)));
  if (!value) throw Error(ErrorKind::internal, "base.internal");
  Tie tie{row.kind, "", std::nullopt};
  for (const auto& [name, field] : *value) {
    if (name == "name") tie.name = std::get<std::string>(field);
    if (name == "unit") tie.unit = UnitId{std::get<std::int64_t>(field)};
  }
  return tie;
}

std::map<AccountId, std::vector<Tie>> all_ties(store::Reader& reader, const api::Keys& keys, ContestId contest) {
  std::map<AccountId, std::vector<Tie>> out;
  for (const auto& row : load_ties(reader, contest)) out[row.judge].push_back(open_tie(keys, row));
  return out;
}

Terms own_terms(store::Reader& reader, const api::Keys& keys, AccountId judge, ContestId contest) {
  Terms terms{load_terms(reader, contest, judge), {}};
  for (const auto& row : load_ties(reader, contest, judge)) terms.ties.push_back(open_tie(keys, row));
  return terms;
}

void accept_terms(store::Tx& tx, const api::Act& act, ContestId contest, const std::vector<Tie>& ties) {
  api::require(act.actor, api::Role::judge, contest);
  insert_terms(tx, contest, act.actor.account, act.now);
  add_ties(tx, act, contest, ties);
  record_ties(tx, act, "judge.terms_accepted", contest, ties.size());
  end_barred_assignments(tx, act, contest, act.actor.account);
}

int declare_ties(store::Tx& tx, const api::Act& act, ContestId contest, const std::vector<Tie>& ties) {
  api::require(act.actor, api::Role::judge, contest);
  if (!load_terms(tx, contest, act.actor.account)) throw Error(ErrorKind::conflict, "judging.terms_first");
  add_ties(tx, act, contest, ties);
  record_ties(tx, act, "judge.ties_declared", contest, ties.size());
  return end_barred_assignments(tx, act, contest, act.actor.account);
}

}  // namespace guong::judging
