// Rows of entry, its versions and its events. No function here gives out a code: those that do are in
// judging_store.h.
#pragma once

#include "guong/entries/entry.h"
#include "guong/store/store.h"

namespace guong::entries {

/// A row of `entry` without its code.
struct Entry {
  EntryId id;
  ContestId contest;
  std::string number;
  State state = State::draft;
  Revision revision{1};
  Content content;
  std::int64_t version = 0;
  std::string reason;
  std::optional<Timestamp> reply_by;
  Timestamp created_at, updated_at;
  std::optional<Timestamp> submitted_at;
  SealedIdentity identity;
  Bytes owner_tag;
};

void insert_entry(store::Tx& tx, const Entry& entry);
std::optional<Entry> find_owned(store::Reader& reader, EntryId id, const Bytes& owner_tag);
std::optional<Entry> find_in_contest(store::Reader& reader, EntryId id, ContestId contest);
std::optional<Entry> find_by_id(store::Reader& reader, EntryId id);
/// Of all contests, by id.
std::vector<EntryId> submitted_after(store::Reader& reader, EntryId last, int limit);
bool number_taken(store::Reader& reader, ContestId contest, std::string_view number);
std::int64_t count_owned(store::Reader& reader, ContestId contest, const Bytes& owner_tag);

/// Writes content, identity, state, version, reason and times of `entry` over the row whose revision is
/// `entry.revision`, and moves the revision on. Throws Error{stale} when the row has another one.
Revision update_entry(store::Tx& tx, const Entry& entry);
/// The identity alone; the revision stays, since the author's copy is as it was.
void update_identity(store::Tx& tx, const Entry& entry);
/// Like update_entry() for state, reason and date only.
Revision update_state(store::Tx& tx, const Entry& entry);
/// The same, and writes the code, which the caller has seen to be free in the contest, and of which units the
/// authors are.
Revision update_accepted(store::Tx& tx, const Entry& entry, std::string_view code, const Bytes& units_sealed);
/// Empty where the entry has not been accepted, or was before units were confirmed.
Bytes sealed_units(store::Reader& reader, EntryId entry);
void update_units(store::Tx& tx, EntryId entry, const Bytes& units_sealed);
bool code_taken(store::Reader& reader, ContestId contest, std::string_view code);

struct OwnedCursor {
  ContestId contest;
  Timestamp created_at;
  EntryId id;
  static auto parts(auto& cursor) { return std::tie(cursor.contest, cursor.created_at, cursor.id); }
};
struct OwnedEntry {
  EntryId id;
  ContestId contest;
  std::string number;
  State state = State::draft;
  Revision revision;
  std::string category, title;
  std::int64_t version = 0;
  std::optional<Timestamp> reply_by;
  Timestamp created_at, updated_at;
  std::optional<Timestamp> submitted_at;
  std::string contest_slug, contest_name_vi, contest_name_en;
  SealedIdentity identity;
};
/// Of one contest, or of all.
std::vector<OwnedEntry> list_owned(store::Reader& reader, const Bytes& owner_tag,
                                   std::optional<ContestId> contest, const OwnedCursor& after, int limit);

struct Version {
  std::int64_t version = 0;
  Timestamp submitted_at;
  Bytes text_sha256;
  Bytes document_sealed;
  Bytes receipt_sealed;
  std::optional<std::int64_t>
      ledger_seq;  // the record of its submission; none for those of before release 0.3
};
void insert_version(store::Tx& tx, EntryId entry, const Version& version, std::int64_t ledger_seq);
std::optional<Version> find_version(store::Reader& reader, EntryId entry, std::int64_t version);
struct VersionLine {
  std::int64_t version = 0;
  Timestamp submitted_at;
  Bytes text_sha256;
  Bytes receipt_sealed;
  std::optional<std::int64_t> ledger_seq;
};
std::vector<VersionLine> list_versions(store::Reader& reader, EntryId entry);

struct Event {
  std::string kind;
  Timestamp at;
  std::string note;
};
void add_event(store::Tx& tx, EntryId entry, std::string_view kind, Timestamp at, std::string_view note = "");
std::vector<Event> list_events(store::Reader& reader, EntryId entry);

/// Names and short names of up to 24 units.
std::vector<std::string> unit_names(store::Reader& reader, const std::vector<UnitId>& ids);
std::vector<std::string> unit_codes(store::Reader& reader, const std::vector<UnitId>& ids);
/// Those of the ids that name no unit.
std::vector<UnitId> unknown_units(store::Reader& reader, const std::vector<UnitId>& ids);

}  // namespace guong::entries
