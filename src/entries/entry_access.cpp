// Every use case comes through here, so "not yours" and "not there" are told alike in one place.
#include "entries/entry_access.h"

#include <algorithm>

#include "entries/kept_rows_store.h"
#include "guong/api/record.h"
#include "guong/entries/identity.h"
#include "guong/units/unit.h"

namespace guong::entries {
namespace {

constexpr std::pair<EntryAction, const char*> kRefusals[] = {
    {EntryAction::save, "entries.cannot_save"},     {EntryAction::submit, "entries.cannot_submit"},
    {EntryAction::reopen, "entries.cannot_reopen"}, {EntryAction::withdraw, "entries.cannot_withdraw"},
    {EntryAction::accept, "entries.cannot_accept"}, {EntryAction::send_back, "entries.cannot_return"},
    {EntryAction::refuse, "entries.cannot_refuse"}, {EntryAction::disqualify, "entries.cannot_disqualify"},
};

[[noreturn]] void refuse(EntryAction action) {
  for (const auto& [refused, key] : kRefusals)
    if (refused == action) throw Error(ErrorKind::conflict, key);
  throw Error(ErrorKind::internal, "base.internal");
}

[[noreturn]] void not_found() { throw Error::not_found(); }

}  // namespace

ContestNow contest_now(store::Reader& reader, ContestId id) {
  return {contests::find_contest(reader, id), contests::contest_rules(reader, id)};
}

bool coordinates(store::Reader& reader, const api::Actor& actor, UnitId unit) {
  const auto above = units::ancestors(reader, unit);
  return std::ranges::any_of(actor.grants, [&](const api::Grant& grant) {
    return grant.role == api::Role::coordinator && grant.unit &&
           std::ranges::find(above, *grant.unit) != above.end();
  });
}

Entry own_entry(store::Reader& reader, const api::UseCaseContext& context, EntryId id) {
  if (!api::signed_in(context.actor)) not_found();
  auto entry = find_owned(reader, id, owner_tag(context.keys, context.actor.account));
  if (!entry) not_found();
  return std::move(*entry);
}

Entry desk_entry(store::Reader& reader, ContestId contest, EntryId id) {
  auto entry = find_in_contest(reader, id, contest);
  if (!entry || entry->version == 0) not_found();
  return std::move(*entry);
}

void require_not_frozen(store::Reader& reader, const Entry& entry, Timestamp now) {
  const auto contest = contest_now(reader, entry.contest);
  const auto& calendar = contest.rules->calendar;
  const auto end = intake_end(calendar, entry.reply_by), grace_end = calendar.deadline + calendar.grace;
  if (!contest.open() || now <= end || now > grace_end) return;
  throw Error(
      ErrorKind::conflict, "entries.frozen_in_grace",
      {{"time", to_local_text(end, calendar.zone)}, {"end", to_local_text(grace_end, calendar.zone)}});
}

void require_revision(const Entry& entry, Revision expected) {
  if (entry.revision != expected) throw Error(ErrorKind::stale, "base.stale");
}

State require_transition(const Entry& entry, EntryAction action) {
  const auto next = next_state(entry.state, action);
  if (!next) refuse(action);
  return *next;
}

State require_transition(const Entry& entry, EntryAction action, Revision expected) {
  const auto next = require_transition(entry, action);
  require_revision(entry, expected);
  return next;
}

store::Appended record(store::Tx& tx, const api::UseCaseContext& context, const Entry& entry,
                       std::string_view kind, std::map<std::string, std::string> data,
                       std::map<std::string, std::string> secret) {
  secret["number"] = entry.number;
  constexpr std::string_view kDecisions[] = {"entry.accepted", "entry.refused", "entry.disqualified"};
  const bool decided = std::ranges::find(kDecisions, kind) != std::end(kDecisions);
  secret[std::string(store::kRowsTold)] =
      (decided ? decision_rows : entry_rows)(tx, context.keys, entry.contest, entry.id);
  return api::record(tx, context, std::string(kind), entry.contest, std::move(data), std::move(secret));
}

}  // namespace guong::entries
