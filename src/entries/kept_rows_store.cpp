// SQL of the rows of entries that the ledger answers for. Content and files of an entry that its author is
// working on anew are left out: the version that was submitted last stands for them.
#include "entries/kept_rows_store.h"

namespace guong::entries {
namespace {

constexpr std::string_view kContest = "e.contest_id";
constexpr std::string_view kEntry = "e.id";
constexpr std::string_view kSubmitted = "e.version > 0";
constexpr std::string_view kAtRest = "e.version > 0 and e.state not in ('draft', 'returned')";

/// What decisions on an entry change, and then what its author sent and what was made of it. The second is told when it
/// was sent only: a change behind the program is not told as true by the next decision.
constexpr std::size_t kOfDecisions = 4;
constexpr store::KeptTable kOfEntry[] = {
    {"entry", "entries.entry_differs",
     R"(select e.id, e.number, e.contest_id, e.owner_tag, e.state, e.version, e.code, e.reason, e.reply_by,
  e.created_at,
  e.submitted_at from entry e)",
     kContest, kEntry, kSubmitted, "e.id"},
    {"entry_event", "entries.event_differs",
     R"(select e.id, e.number, v.seq, v.kind, v.at, v.note
from entry e
join entry_event v on v.entry_id = e.id)",
     kContest, kEntry, kSubmitted, "v.seq"},
    {"entry_revision", "entries.entry_differs",
     R"(select e.id, e.number, e.updated_at, e.revision from entry e)", kContest, kEntry, kAtRest, "e.id"},
    {"entry_units", "entries.entry_differs", R"(select e.id, e.number, e.units_sealed from entry e)",
     kContest, kEntry, "e.units_sealed is not null", "e.id"},
    {"entry_content", "entries.content_differs",
     R"(select e.id, e.number, e.identity_sealed, e.category, e.field, e.title, e.body, e.language, e.exemplar_kind,
  e.exemplar_name, e.exemplar_unit_id, e.exemplar_place, e.declarations, e.publish_consent
from entry e)",
     kContest, kEntry, kAtRest, "e.id"},
    {"entry_version", "entries.version_differs",
     R"(select e.id, e.number, v.version, v.submitted_at, v.document_sealed, v.text_sha256, v.receipt_sealed,
  v.ledger_seq
from entry e
join entry_version v on v.entry_id = e.id)",
     kContest, kEntry, kSubmitted, "v.version"},
    {"entry_file", "entries.file_differs",
     R"(select e.id, e.number, f.id, f.position, f.purpose, f.name_sealed, f.kind, f.media_type, f.size, f.sha256,
  f.original_sealed, f.duration_ms, f.width, f.height, f.removed_at
from entry e
join entry_file f on f.entry_id = e.id)",
     kContest, kEntry,
     R"(e.version > 0 and e.state not in ('draft', 'returned') and (f.removed_at is null or exists (
  select 1 from entry_version v where v.entry_id = e.id and v.submitted_at <= f.removed_at)))",
     "f.id"},
    {"co_author", "entries.co_author_differs",
     R"(select e.id, e.number, c.contact_tag, c.state, c.asked_at, c.decided_at, c.account_sealed
from entry e
join co_author c on c.entry_id = e.id)",
     kContest, kEntry, kSubmitted, "c.contact_tag"},
    {"entry_rendition", "entries.rendition_differs",
     R"(select e.id, e.number, r.file_id, r.state, r.sha256, r.size, r.media_type
from entry e
join entry_file f on f.entry_id = e.id
join entry_rendition r on r.file_id = f.id)",
     kContest, kEntry,
     R"(e.version > 0 and e.state not in ('draft', 'returned') and (f.removed_at is null or exists (
  select 1 from entry_version v where v.entry_id = e.id and v.submitted_at <= f.removed_at)))",
     "f.id"},
};

}  // namespace

std::span<const store::KeptTable> kept_tables() { return kOfEntry; }

std::string entry_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, EntryId entry) {
  return store::tell_rows(reader, keys.seal, kOfEntry, contest, entry.value);
}

std::string decision_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, EntryId entry) {
  return store::tell_rows(reader, keys.seal, std::span(kOfEntry).first(kOfDecisions), contest, entry.value);
}

std::string rendition_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, EntryId entry) {
  return store::tell_rows(reader, keys.seal, std::span(kOfEntry).last(1), contest, entry.value);
}

bool is_at_rest(store::Reader& reader, EntryId entry) {
  return reader.number(
             R"(select count(*) from entry e where e.id = $1 and e.version > 0
  and e.state not in ('draft', 'returned'))",
             {entry}) != 0;
}

}  // namespace guong::entries
