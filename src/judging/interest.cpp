// Accepting the terms and declaring interests. What is declared about other people is sealed row by row; the
// ledger gets the number only.
#include "guong/judging/interest.h"

#include <algorithm>

#include "guong/api/record.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/judging/assignment.h"
#include "guong/ledger/canonical_json.h"
#include "judging/interests.h"
#include "judging/kept_rows_store.h"
#include "judging/round_store.h"

namespace guong::judging {
namespace {

/// The row's id is authenticated with the value: an interest cannot be moved to another judge. The text is
/// part of what was sealed, and older than the table's name: with another one, rows would not open.
std::string context_of(InterestId id) { return "judge_tie:" + id_text(id); }

Bytes seal_interest(const api::Keys& keys, InterestId id, const Interest& interest) {
  ledger::Object value{{"name", interest.name}};
  if (interest.unit) value.push_back({"unit", interest.unit->value});
  return seal(keys.seal, context_of(id), ledger::canonical_json(value));
}

/// Adds those that are new.
void add_interests(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                   const std::vector<Interest>& interests, bool decided) {
  auto known = own_terms(tx, context.keys, context.actor.account, contest).interests;
  for (const auto& interest : interests) {
    if (std::ranges::count(known, interest) > 0) continue;
    const auto id = context.random.id<InterestId>();
    insert_interest(
        tx, contest,
        {id, context.actor.account, interest.kind, seal_interest(context.keys, id, interest), decided},
        context.now);
    known.push_back(interest);
  }
}

void record_interests(store::Tx& tx, const api::UseCaseContext& context, std::string kind, ContestId contest,
                      std::size_t count) {
  api::record(
      tx, context, std::move(kind), contest, {},
      {{"interests", std::to_string(count)},
       {std::string(store::kRowsTold), judge_rows(tx, context.keys, contest, context.actor.account)}});
}

}  // namespace

std::vector<store::SealedColumn> sealed_columns() {
  return {{"judge_interest",
           "value_sealed",
           {store::number_key("id")},
           [](const auto& key) { return context_of(store::id_in<InterestId>(key)); },
           kSetInterest}};
}

Interest open_interest(const api::Keys& keys, const InterestRow& row) {
  const auto value =
      ledger::parse_canonical_json(unseal(keys.seal, context_of(row.id), as_text(row.value_sealed)));
  if (!value) throw Error(ErrorKind::internal, "base.internal");
  Interest interest{row.kind, "", std::nullopt};
  for (const auto& [name, field] : *value) {
    if (name == "name") interest.name = std::get<std::string>(field);
    if (name == "unit") interest.unit = UnitId{std::get<std::int64_t>(field)};
  }
  return interest;
}

std::map<AccountId, std::vector<Interest>> all_interests(store::Reader& reader, const api::Keys& keys,
                                                         ContestId contest, bool decided) {
  std::map<AccountId, std::vector<Interest>> out;
  for (const auto& row : load_interests(reader, contest))
    if (row.decided || !decided) out[row.judge].push_back(open_interest(keys, row));
  return out;
}

Terms own_terms(store::Reader& reader, const api::Keys& keys, AccountId judge, ContestId contest) {
  Terms terms{load_terms(reader, contest, judge), {}};
  for (const auto& row : load_interests(reader, contest, judge))
    terms.interests.push_back(open_interest(keys, row));
  return terms;
}

void accept_terms(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                  const std::vector<Interest>& interests) {
  api::require(context.actor, api::Role::judge, contest);
  if (load_terms(tx, contest, context.actor.account))
    return declare_interests(tx, context, contest, interests);
  insert_terms(tx, contest, context.actor.account, context.now);
  add_interests(tx, context, contest, interests, true);
  record_interests(tx, context, "judge.terms_accepted", contest, interests.size());
  // Nothing was shown to the judge so far: what ends now is not seen to end.
  end_barred_assignments(tx, context, contest, context.actor.account);
  enqueue_conflict_count(tx, context, contest);
}

void declare_interests(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                       const std::vector<Interest>& interests) {
  api::require(context.actor, api::Role::judge, contest);
  if (!load_terms(tx, contest, context.actor.account))
    throw Error(ErrorKind::conflict, "judging.terms_first");
  add_interests(tx, context, contest, interests, open_rounds(tx, contest).empty());
  record_interests(tx, context, "judge.interests_declared", contest, interests.size());
  enqueue_conflict_count(tx, context, contest);
}

}  // namespace guong::judging
