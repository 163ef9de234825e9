// What every use case begins with: the entry that is one's own or the contest's, its contest's rules, the
// next state, the record.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "entries/entry_store.h"
#include "guong/api/use_case_context.h"
#include "guong/contests/contest.h"
#include "guong/store/log.h"

namespace guong::entries {

/// A contest and its rules as they are now.
struct ContestNow {
  contests::ContestHead head;
  std::shared_ptr<const rules::RuleBook> rules;
  /// Takes entries, as far as its state goes; the calendar decides the rest.
  bool open() const { return head.state == contests::ContestState::open; }
};
ContestNow contest_now(store::Reader& reader, ContestId contest);

/// Whether the actor is coordinator of the unit, or of one above it.
bool coordinates(store::Reader& reader, const api::Actor& actor, UnitId unit);

/// Error{not_found} when it is another's.
Entry own_entry(store::Reader& reader, const api::UseCaseContext& context, EntryId entry);
/// For the secretary: Error{not_found} too for a draft that was never submitted.
Entry desk_entry(store::Reader& reader, ContestId contest, EntryId entry);

/// The state after the action; Error{conflict, "entries.cannot_..."} when the table does not know it,
/// Error{stale} when the entry has changed since `expected`.
State require_transition(const Entry& entry, EntryAction action, Revision expected);
State require_transition(const Entry& entry, EntryAction action);
/// What an entry says stands still in the grace period, which is there for files to arrive in.
/// Error{conflict, "entries.frozen_in_grace"}.
void require_not_frozen(store::Reader& reader, const Entry& entry, Timestamp now);
void require_revision(const Entry& entry, Revision expected);

/// Appends the ledger's record: number and actor are committed to, never told.
store::Appended record(store::Tx& tx, const api::UseCaseContext& context, const Entry& entry,
                       std::string_view kind, std::map<std::string, std::string> data = {},
                       std::map<std::string, std::string> secret = {});

}  // namespace guong::entries
