// What the secretary and the head decide about an entry, each with its event and its ledger record.
#include "entries/author_units.h"
#include "entries/co_authors.h"
#include "entries/entry_access.h"
#include "entries/file_store.h"
#include "entries/seal.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

constexpr std::size_t kCodeLength = 6;

/// Drawn and not counted: an order of codes would tell in which order works came or were accepted.
std::string draw_code(store::Reader& reader, Random& random, ContestId contest) {
  for (int tries = 0; tries < 20; ++tries) {
    auto code = random.code(kCodeLength);
    if (!code_taken(reader, contest, code)) return code;
  }
  throw Error(ErrorKind::internal, "base.internal");
}

void refuse_leaks(const std::vector<LeakHit>& leaks) {
  std::vector<Fault> faults;
  for (const auto& hit : leaks) faults.push_back({hit.pointer, "entries.leak_" + hit.kind, {}});
  if (!faults.empty()) throw Error(ErrorKind::invalid, "entries.leaks_found", {}, std::move(faults));
}

void refuse_broken_files(store::Reader& reader, EntryId entry) {
  for (const auto& file : list_files(reader, entry))
    if (file.rendition_state == "failed")
      throw Error(ErrorKind::conflict, "entries.rendition_failed",
                  {{"position", std::to_string(file.position)}});
}

/// Where the rules ask for it by a day, the secretary passes over it after that day, and knows it.
void refuse_unconfirmed(store::Reader& reader, const api::UseCaseContext& context, const Entry& entry) {
  const auto& by = contest_now(reader, entry.contest).rules->eligibility.co_authors_confirm_by;
  if (!by || context.now <= *by) return;
  if (lacks_confirmation(reader, context.keys, entry.id, open_identity(context.keys, entry.identity)))
    throw Error(ErrorKind::conflict, "entries.co_author_not_confirmed");
}

/// Where only members of certain units may enter, that somebody is one rests on another's word than their
/// own.
std::vector<UnitFact> units_at_acceptance(store::Reader& reader, const api::UseCaseContext& context,
                                          const Entry& entry, bool confirms) {
  const auto identity = open_identity(context.keys, entry.identity);
  auto facts = unit_facts(reader, identity);
  if (confirms) confirm_all(facts);
  const auto& eligibility = contest_now(reader, entry.contest).rules->eligibility;
  if (rules::asks_for_members(eligibility) && lacks_member(identity, facts))
    throw Error(ErrorKind::conflict, "entries.unit_not_confirmed");
  return facts;
}

/// Nothing about intake can change once results are being settled.
void refuse_after_judging(store::Reader& reader, ContestId contest) {
  using contests::ContestState;
  const auto state = contests::find_contest(reader, contest).state;
  if (state != ContestState::open && state != ContestState::judging)
    throw Error(ErrorKind::conflict, "entries.intake_is_over");
}

}  // namespace

Revision accept_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      const Acceptance& acceptance) {
  api::require(context.actor, api::Role::secretary, contest);
  auto entry = desk_entry(tx, contest, acceptance.entry);
  entry.state = require_transition(entry, EntryAction::accept, acceptance.expected);
  refuse_after_judging(tx, contest);
  refuse_broken_files(tx, entry.id);
  if (!acceptance.unconfirmed) refuse_unconfirmed(tx, context, entry);
  if (!acceptance.release_reason) refuse_leaks(acceptance.leaks);
  const auto code = draw_code(tx, context.random, contest);
  entry.updated_at = context.now;
  const auto units = units_at_acceptance(tx, context, entry, acceptance.confirms_units);
  const auto revision = update_accepted(tx, entry, code, seal_units(context.keys, entry.id, units));
  if (acceptance.confirms_units) add_event(tx, entry.id, "units_confirmed", context.now);
  add_event(tx, entry.id, "accepted", context.now);
  std::map<std::string, std::string> secret{{"code", code}};
  const bool released = acceptance.release_reason && !acceptance.leaks.empty();
  if (acceptance.confirms_units) secret["units"] = "confirmed";
  if (released) secret["release_reason"] = *acceptance.release_reason;
  record(tx, context, entry, "entry.accepted", {{"leak_check", released ? "released" : "clean"}},
         std::move(secret));
  return revision;
}

Revision return_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, EntryId id,
                      Revision expected, const std::string& reason, Timestamp reply_by) {
  api::require(context.actor, api::Role::secretary, contest);
  auto entry = desk_entry(tx, contest, id);
  entry.state = require_transition(entry, EntryAction::send_back, expected);
  if (!contest_now(tx, contest).open()) throw Error(ErrorKind::conflict, "entries.intake_is_over");
  if (reply_by <= context.now) refuse_if_any({{"/reply_by", "entries.reply_by_past", {}}});
  entry.reason = reason;
  entry.reply_by = reply_by;
  entry.updated_at = context.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "returned", context.now, reason);
  record(tx, context, entry, "entry.returned", {}, {{"reason", reason}});
  return revision;
}

Revision refuse_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, EntryId id,
                      Revision expected, const std::string& reason) {
  api::require(context.actor, api::Role::secretary, contest);
  auto entry = desk_entry(tx, contest, id);
  entry.state = require_transition(entry, EntryAction::refuse, expected);
  refuse_after_judging(tx, contest);
  entry.reason = reason;
  entry.reply_by.reset();
  entry.updated_at = context.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "refused", context.now, reason);
  record(tx, context, entry, "entry.refused", {}, {{"reason", reason}});
  return revision;
}

Revision disqualify_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, EntryId id,
                          Revision expected, const std::string& reason, const std::string& decision_number) {
  api::require_any(context.actor, api::Role::organiser | api::Role::head, contest);
  auto entry = desk_entry(tx, contest, id);
  entry.state = require_transition(entry, EntryAction::disqualify, expected);
  entry.reason = reason;
  entry.reply_by.reset();
  entry.updated_at = context.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "disqualified", context.now, reason);
  record(tx, context, entry, "entry.disqualified", {{"decision", decision_number}}, {{"reason", reason}});
  return revision;
}

}  // namespace guong::entries
