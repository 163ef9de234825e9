#include "entries/lookup.h"

#include <algorithm>

#include "guong/entries/identity.h"
#include "guong/store/log.h"
#include "guong/units/unit.h"

namespace guong::entries {
namespace {

constexpr std::pair<Deed, const char*> kRefusals[] = {
    {Deed::save, "entries.cannot_save"},     {Deed::submit, "entries.cannot_submit"},
    {Deed::reopen, "entries.cannot_reopen"}, {Deed::withdraw, "entries.cannot_withdraw"},
    {Deed::accept, "entries.cannot_accept"}, {Deed::send_back, "entries.cannot_return"},
    {Deed::refuse, "entries.cannot_refuse"}, {Deed::disqualify, "entries.cannot_disqualify"},
};

[[noreturn]] void refuse(Deed deed) {
  for (const auto& [refused, key] : kRefusals)
    if (refused == deed) throw Error(ErrorKind::conflict, key);
  throw Error(ErrorKind::internal, "base.internal");
}

[[noreturn]] void not_found() { throw Error(ErrorKind::not_found, "base.not_found"); }

}  // namespace

ContestNow contest_now(store::Reader& reader, ContestId id) {
  return {contests::find_contest(reader, id), contests::contest_rules(reader, id)};
}

bool coordinates(store::Reader& reader, const api::Actor& actor, UnitId unit) {
  const auto above = units::ancestors(reader, unit);
  return std::ranges::any_of(actor.grants, [&](const api::Grant& grant) {
    return grant.role == api::Role::coordinator && grant.unit && std::ranges::find(above, *grant.unit) != above.end();
  });
}

Entry own_entry(store::Reader& reader, const api::Act& act, EntryId id) {
  if (!api::signed_in(act.actor)) not_found();
  auto entry = find_owned(reader, id, owner_tag(act.keys, act.actor.account));
  if (!entry) not_found();
  return std::move(*entry);
}

Entry desk_entry(store::Reader& reader, ContestId contest, EntryId id) {
  auto entry = find_in_contest(reader, id, contest);
  if (!entry || entry->version == 0) not_found();
  return std::move(*entry);
}

void expect(const Entry& entry, Revision expected) {
  if (entry.revision != expected) throw Error(ErrorKind::stale, "base.stale");
}

State moved(const Entry& entry, Deed deed) {
  const auto next = after(entry.state, deed);
  if (!next) refuse(deed);
  return *next;
}

State moved(const Entry& entry, Deed deed, Revision expected) {
  const auto next = moved(entry, deed);
  expect(entry, expected);
  return next;
}

void record(store::Tx& tx, const api::Act& act, const Entry& entry, std::string_view kind,
            std::map<std::string, std::string> data, std::map<std::string, std::string> secret) {
  secret["number"] = entry.number;
  secret["actor"] = std::to_string(act.actor.account.value);
  store::append_record(tx, act.random, act.keys.seal,
                       {std::string(kind), act.now, entry.contest, std::move(data), std::move(secret)});
}

}  // namespace guong::entries
