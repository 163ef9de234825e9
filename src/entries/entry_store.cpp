// SQL of entries; rows in, types out. Tallies change in the same transaction as the row that they count.
#include "entries/entry_store.h"

#include <algorithm>

#include "guong/base/list_text.h"

namespace guong::entries {
namespace {

using store::Row;

std::string declarations_text(const std::set<std::string>& ids) {
  return join({ids.begin(), ids.end()}, " ");
}

std::set<std::string> read_declarations(const std::string& text) {
  const auto ids = split(text, ' ');
  return {ids.begin(), ids.end()};
}

Content content_of(const Row& row) {
  return {.category = row.text("category"),
          .field = row.text("field"),
          .title = row.text("title"),
          .body = row.text("body"),
          .language = row.text("language"),
          .exemplar = {.kind = row.text("exemplar_kind"),
                       .name = row.text("exemplar_name"),
                       .unit = row.opt_id<UnitId>("exemplar_unit_id"),
                       .place = row.text("exemplar_place")},
          .declarations = read_declarations(row.text("declarations"))};
}

Entry entry_of(const Row& row) {
  const auto id = row.id<EntryId>("id");
  return {.id = id,
          .contest = row.id<ContestId>("contest_id"),
          .number = row.text("number"),
          .state = read_state(row.text("state")),
          .revision = row.revision("revision"),
          .content = content_of(row),
          .version = row.i64("version"),
          .reason = row.opt_text("reason").value_or(""),
          .reply_by = row.opt_time("reply_by"),
          .created_at = row.time("created_at"),
          .updated_at = row.time("updated_at"),
          .submitted_at = row.opt_time("submitted_at"),
          .identity = SealedIdentity(id, row.blob("identity_sealed")),
          .owner_tag = row.blob("owner_tag")};
}

OwnedEntry owned_of(const Row& row) {
  const auto id = row.id<EntryId>("id");
  return {.id = id,
          .contest = row.id<ContestId>("contest_id"),
          .number = row.text("number"),
          .state = read_state(row.text("state")),
          .revision = row.revision("revision"),
          .category = row.text("category"),
          .title = row.text("title"),
          .version = row.i64("version"),
          .reply_by = row.opt_time("reply_by"),
          .created_at = row.time("created_at"),
          .updated_at = row.time("updated_at"),
          .submitted_at = row.opt_time("submitted_at"),
          .contest_slug = row.text("slug"),
          .contest_name_vi = row.text("name_vi"),
          .contest_name_en = row.text("name_en"),
          .identity = SealedIdentity(id, row.blob("identity_sealed"))};
}

// More than a draft can name. What is left over repeats the first, so that one prepared statement serves all.
constexpr std::size_t kUnitsAtOnce = 24;

void for_units(store::Reader& reader, const std::vector<UnitId>& ids, const store::RowFunction& f) {
  if (ids.empty()) return;
  std::vector<store::Value> values(kUnitsAtOnce, store::Value(ids.front()));
  for (std::size_t i = 0; i < std::min(ids.size(), kUnitsAtOnce); ++i) values[i] = ids[i];
  reader.each(
      R"(select id, name, short_name, code from unit where id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
  $11, $12, $13,
  $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24))",
      values, f);
}

Revision moved_on(std::int64_t rows, Revision revision) {
  if (rows == 0) throw Error(ErrorKind::stale, "base.stale");
  return {revision.value + 1};
}

/// What an entry is counted under.
struct Place {
  ContestId contest;
  std::string state, category, field;
  std::optional<UnitId> unit;  // of the exemplar
  bool operator==(const Place&) const = default;
};

Place place_of(const Entry& entry) {
  return {entry.contest, std::string(state_name(entry.state)), entry.content.category, entry.content.field,
          entry.content.exemplar.unit};
}

void tally(store::Tx& tx, const Place& place, int change) {
  tx.exec(R"(insert into entry_tally (contest_id, state, category, field, entries) values ($1, $2, $3, $4, $5)
on conflict (contest_id, state, category, field) do update set entries = entry_tally.entries + $5)",
          {place.contest, place.state, place.category, place.field, change});
  if (!place.unit) return;
  tx.exec(R"(insert into entry_unit_tally (contest_id, state, unit_id, entries) values ($1, $2, $3, $4)
on conflict (contest_id, state, unit_id) do update set entries = entry_unit_tally.entries + $4)",
          {place.contest, place.state, *place.unit, change});
}

/// To be called before the row is changed to what `entry` says.
void move_tally(store::Tx& tx, const Entry& entry) {
  const auto before = tx.one(
      "select contest_id, state, category, field, exemplar_unit_id from entry where id = $1", {entry.id},
      [](const Row& row) {
        return Place{row.id<ContestId>(0), row.text(1), row.text(2), row.text(3), row.opt_id<UnitId>(4)};
      });
  const Place after = place_of(entry);
  if (!before || *before == after) return;
  tally(tx, *before, -1);
  tally(tx, after, 1);
}

}  // namespace

void insert_entry(store::Tx& tx, const Entry& entry) {
  const auto& content = entry.content;
  const auto declarations = declarations_text(content.declarations);
  tx.exec(
      R"(insert into entry (id, contest_id, number, owner_tag, identity_sealed, state, revision, category, field, title,
  body, language, exemplar_kind, exemplar_name, exemplar_unit_id, exemplar_place, declarations, publish_consent, version,
  created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, $19, $19))",
      {entry.id, entry.contest, entry.number, entry.owner_tag, entry.identity.bytes(),
       state_name(entry.state), entry.revision, content.category, content.field, content.title, content.body,
       content.language, content.exemplar.kind, content.exemplar.name, content.exemplar.unit,
       content.exemplar.place, declarations, content.declarations.contains("publish_consent"),
       entry.created_at});
  tally(tx, place_of(entry), 1);
}

std::optional<Entry> find_by_id(store::Reader& reader, EntryId id) {
  return reader.one(
      R"(select id, contest_id, number, identity_sealed, state, revision, category, field, title, body, language,
  exemplar_kind, exemplar_name, exemplar_unit_id, exemplar_place, declarations, version, reason, reply_by, created_at,
  updated_at, submitted_at, owner_tag
from entry where id = $1)",
      {id}, entry_of);
}

std::optional<Entry> find_owned(store::Reader& reader, EntryId id, const Bytes& owner_tag) {
  auto entry = find_by_id(reader, id);
  return entry && entry->owner_tag == owner_tag ? std::move(entry) : std::nullopt;
}

std::optional<Entry> find_in_contest(store::Reader& reader, EntryId id, ContestId contest) {
  auto entry = find_by_id(reader, id);
  return entry && entry->contest == contest ? std::move(entry) : std::nullopt;
}

bool number_taken(store::Reader& reader, ContestId contest, std::string_view number) {
  return reader.number(R"(select count(*) from entry where contest_id = $1 and number = $2)",
                       {contest, number}) != 0;
}

std::int64_t count_owned(store::Reader& reader, ContestId contest, const Bytes& owner_tag) {
  return reader.number(R"(select count(*) from entry where owner_tag = $1 and contest_id = $2)",
                       {owner_tag, contest});
}

Revision update_entry(store::Tx& tx, const Entry& entry) {
  move_tally(tx, entry);
  const auto& content = entry.content;
  const auto declarations = declarations_text(content.declarations);
  return moved_on(
      tx.exec(
          R"(update entry set identity_sealed = $3, state = $4, category = $5, field = $6, title = $7, body = $8,
  language = $9, exemplar_kind = $10, exemplar_name = $11, exemplar_unit_id = $12, exemplar_place = $13,
  declarations = $14, publish_consent = $15, version = $16, reason = $17, reply_by = $18, updated_at = $19,
  submitted_at = $20, revision = revision + 1
where id = $1 and revision = $2)",
          {entry.id,
           entry.revision,
           entry.identity.bytes(),
           state_name(entry.state),
           content.category,
           content.field,
           content.title,
           content.body,
           content.language,
           content.exemplar.kind,
           content.exemplar.name,
           content.exemplar.unit,
           content.exemplar.place,
           declarations,
           content.declarations.contains("publish_consent"),
           entry.version,
           entry.reason,
           entry.reply_by,
           entry.updated_at,
           entry.submitted_at}),
      entry.revision);
}

std::vector<EntryId> submitted_after(store::Reader& reader, EntryId last, int limit) {
  return reader.all(R"(select id from entry where id > $1 and version > 0 order by id limit $2)",
                    {last, limit}, [](const store::Row& row) { return row.id<EntryId>(0); });
}

void update_identity(store::Tx& tx, const Entry& entry) {
  tx.exec(R"(update entry set identity_sealed = $2 where id = $1)", {entry.id, entry.identity.bytes()});
}

Revision update_state(store::Tx& tx, const Entry& entry) {
  move_tally(tx, entry);
  return moved_on(
      tx.exec(
          R"(update entry set state = $3, reason = $4, reply_by = $5, updated_at = $6, revision = revision + 1
where id = $1 and revision = $2)",
          {entry.id, entry.revision, state_name(entry.state), entry.reason, entry.reply_by,
           entry.updated_at}),
      entry.revision);
}

Revision update_accepted(store::Tx& tx, const Entry& entry, std::string_view code,
                         const Bytes& units_sealed) {
  move_tally(tx, entry);
  return moved_on(
      tx.exec(R"(update entry set state = $3, code = $4, reason = '', reply_by = null, updated_at = $5,
  units_sealed = $6, revision = revision + 1
where id = $1 and revision = $2)",
              {entry.id, entry.revision, state_name(entry.state), code, entry.updated_at, units_sealed}),
      entry.revision);
}

Bytes sealed_units(store::Reader& reader, EntryId entry) {
  return reader
      .one(R"(select units_sealed from entry where id = $1 and units_sealed is not null)", {entry},
           [](const Row& row) { return row.blob(0); })
      .value_or(Bytes{});
}

void update_units(store::Tx& tx, EntryId entry, const Bytes& units_sealed) {
  tx.exec(R"(update entry set units_sealed = $2 where id = $1)", {entry, units_sealed});
}

bool code_taken(store::Reader& reader, ContestId contest, std::string_view code) {
  return reader.number(R"(select count(*) from entry where contest_id = $1 and code = $2)",
                       {contest, code}) != 0;
}

std::vector<OwnedEntry> list_owned(store::Reader& reader, const Bytes& owner_tag,
                                   std::optional<ContestId> contest, const OwnedCursor& after, int limit) {
  return reader.all(
      R"(select e.id, e.contest_id, e.number, e.state, e.revision, e.category, e.title, e.version, e.reply_by,
  e.created_at, e.updated_at, e.submitted_at, c.slug, c.name_vi, c.name_en,
  e.identity_sealed
from entry e
join contest c on c.id = e.contest_id
where e.owner_tag = $1 and (e.contest_id, e.created_at, e.id) > ($2, $3, $4) and ($6 = 0 or e.contest_id = $6)
order by e.contest_id, e.created_at, e.id limit $5)",
      {owner_tag, after.contest, after.created_at, after.id, limit, contest.value_or(ContestId{})}, owned_of);
}

void insert_version(store::Tx& tx, EntryId entry, const Version& version, std::int64_t ledger_seq) {
  tx.exec(
      R"(insert into entry_version (entry_id, version, submitted_at, document_sealed, text_sha256, receipt_sealed,
  ledger_seq)
values ($1, $2, $3, $4, $5, $6, $7))",
      {entry, version.version, version.submitted_at, version.document_sealed, version.text_sha256,
       version.receipt_sealed, ledger_seq});
}

std::optional<Version> find_version(store::Reader& reader, EntryId entry, std::int64_t version) {
  return reader.one(R"(select version, submitted_at, text_sha256, document_sealed, receipt_sealed, ledger_seq
from entry_version where entry_id = $1 and version = $2)",
                    {entry, version}, [](const Row& row) {
                      return Version{row.i64(0),  row.time(1), row.blob(2),
                                     row.blob(3), row.blob(4), row.opt_i64(5)};
                    });
}

std::vector<VersionLine> list_versions(store::Reader& reader, EntryId entry) {
  return reader.all(R"(select version, submitted_at, text_sha256, receipt_sealed, ledger_seq
from entry_version where entry_id = $1 order by version)",
                    {entry}, [](const Row& row) {
                      return VersionLine{row.i64(0), row.time(1), row.blob(2), row.blob(3), row.opt_i64(4)};
                    });
}

void add_event(store::Tx& tx, EntryId entry, std::string_view kind, Timestamp at, std::string_view note) {
  tx.exec(R"(insert into entry_event (entry_id, seq, kind, at, note)
values ($1, (select coalesce(max(seq), 0) + 1 from entry_event where entry_id = $1), $2, $3, $4))",
          {entry, kind, at, note});
}

std::vector<Event> list_events(store::Reader& reader, EntryId entry) {
  return reader.all(R"(select kind, at, note from entry_event where entry_id = $1 order by seq)", {entry},
                    [](const Row& row) {
                      return Event{row.text(0), row.time(1), row.text(2)};
                    });
}

std::vector<std::string> unit_names(store::Reader& reader, const std::vector<UnitId>& ids) {
  std::vector<std::string> names;
  for_units(reader, ids, [&](const Row& row) {
    names.push_back(row.text(1));
    if (row.text(2) != row.text(1)) names.push_back(row.text(2));
  });
  return names;
}

std::vector<std::string> unit_codes(store::Reader& reader, const std::vector<UnitId>& ids) {
  std::vector<std::string> codes;
  for_units(reader, ids, [&](const Row& row) { codes.push_back(row.text(3)); });
  return codes;
}

std::vector<UnitId> unknown_units(store::Reader& reader, const std::vector<UnitId>& ids) {
  std::set<UnitId> known;
  for_units(reader, ids, [&](const Row& row) { known.insert(row.id<UnitId>(0)); });
  std::vector<UnitId> unknown;
  for (const auto id : ids)
    if (!known.contains(id)) unknown.push_back(id);
  return unknown;
}

}  // namespace guong::entries
