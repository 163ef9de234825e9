// SQL of entry_file and entry_rendition. Removed files keep their rows: a submitted version may still name them.
#include "entries/file_store.h"

namespace guong::entries {
namespace {

using store::Row;

Bytes blob_or_none(const Row& row, const char* column) {
  return row.null(column) ? Bytes{} : row.blob(column);
}

EntryFile file_of(const Row& row) {
  return {.id = row.id<EntryFileId>("id"),
          .entry = row.id<EntryId>("entry_id"),
          .position = static_cast<int>(row.i64("position")),
          .name_sealed = row.blob("name_sealed"),
          .facts = {.purpose = row.text("purpose"),
                    .kind = row.text("kind"),
                    .size = row.i64("size"),
                    .duration_ms = row.opt_i64("duration_ms"),
                    .width = row.opt_i64("width"),
                    .height = row.opt_i64("height")},
          .media_type = row.text("media_type"),
          .blob = row.blob("sha256"),
          .original_sealed = blob_or_none(row, "original_sealed"),
          .rendition_state = row.text("rendition_state"),
          .contest = row.id<ContestId>("contest_id"),
          .data_key_sealed = blob_or_none(row, "key_sealed")};
}

}  // namespace

void insert_file(store::Tx& tx, const EntryFile& file) {
  const auto& facts = file.facts;
  tx.exec(
      R"(insert into entry_file (id, entry_id, position, purpose, name_sealed, kind, media_type, size,
  sha256, original_sealed,
  duration_ms, width, height)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))",
      {file.id, file.entry, file.position, facts.purpose, file.name_sealed, facts.kind, file.media_type,
       facts.size, file.blob, file.original_sealed, facts.duration_ms, facts.width, facts.height});
}

std::vector<EntryFile> list_files(store::Reader& reader, EntryId entry) {
  return reader.all(
      R"(select f.id, f.entry_id, f.position, f.name_sealed, f.purpose, f.kind, f.size, f.duration_ms,
  f.width, f.height,
  f.media_type, f.sha256, f.original_sealed, coalesce(r.state, 'waiting') as rendition_state, e.contest_id, k.key_sealed
from entry_file f
join entry e on e.id = f.entry_id
left join data_key k on k.contest_id = e.contest_id
left join entry_rendition r on r.file_id = f.id
where f.entry_id = $1 and f.removed_at is null order by f.position, f.id)",
      {entry}, file_of);
}

std::optional<EntryFile> find_file(store::Reader& reader, EntryFileId id) {
  return reader.one(
      R"(select f.id, f.entry_id, f.position, f.name_sealed, f.purpose, f.kind, f.size, f.duration_ms,
  f.width, f.height,
  f.media_type, f.sha256, f.original_sealed, coalesce(r.state, 'waiting') as rendition_state, e.contest_id, k.key_sealed
from entry_file f
join entry e on e.id = f.entry_id
left join data_key k on k.contest_id = e.contest_id
left join entry_rendition r on r.file_id = f.id
where f.id = $1)",
      {id}, file_of);
}

std::optional<EntryFile> find_file(store::Reader& reader, EntryId entry, EntryFileId id) {
  auto file = find_file(reader, id);
  return file && file->entry == entry ? std::move(file) : std::nullopt;
}

std::optional<EntryFile> next_open_file(store::Reader& reader, EntryFileId after) {
  const auto id =
      reader.one(R"(select id from entry_file where id > $1 and original_sealed is null order by id limit 1)",
                 {after}, [](const Row& row) { return row.id<EntryFileId>("id"); });
  return id ? find_file(reader, *id) : std::nullopt;
}

void set_original(store::Tx& tx, EntryFileId id, const Digest& blob, const Bytes& original_sealed) {
  tx.exec(R"(update entry_file set sha256 = $2, original_sealed = $3 where id = $1)",
          {id, blob, original_sealed});
}

std::map<EntryFileId, std::string> rendition_states(store::Reader& reader, EntryId entry) {
  std::map<EntryFileId, std::string> out;
  reader.each(R"(select f.id, coalesce(r.state, 'waiting')
from entry_file f
left join entry_rendition r on r.file_id = f.id
where f.entry_id = $1)",
              std::initializer_list<store::Value>{entry},
              [&](const Row& row) { out.emplace(row.id<EntryFileId>(0), row.text(1)); });
  return out;
}

int next_position(store::Reader& reader, EntryId entry) {
  return static_cast<int>(
             reader.number(R"(select max(position) from entry_file where entry_id = $1)", {entry})) +
         1;
}

void remove_file(store::Tx& tx, EntryFileId id, Timestamp now) {
  tx.exec(R"(update entry_file set removed_at = $2 where id = $1)", {id, now});
}

void place_file(store::Tx& tx, EntryFileId id, int position) {
  tx.exec(R"(update entry_file set position = $2, removed_at = null where id = $1)", {id, position});
}

void restore_files(store::Tx& tx, EntryId entry, const std::vector<EntryFileId>& files, Timestamp now) {
  tx.exec(R"(update entry_file set removed_at = $2 where entry_id = $1 and removed_at is null)",
          {entry, now});
  int position = 0;
  for (const auto id : files) place_file(tx, id, ++position);
}

void set_rendition(store::Tx& tx, EntryFileId id, const Rendition& rendition) {
  tx.exec(
      R"(insert into entry_rendition (file_id, state, sha256, size, media_type) values ($1, 'ready', $2, $3, $4)
on conflict (file_id) do update set state = excluded.state, sha256 = excluded.sha256, size = excluded.size,
  media_type = excluded.media_type)",
      {id, rendition.sha256, rendition.size, rendition.media_type});
}

void set_rendition_failed(store::Tx& tx, EntryFileId id) {
  tx.exec(
      R"(insert into entry_rendition (file_id, state) values ($1, 'failed') on conflict (file_id) do nothing)",
      {id});
}

std::int64_t bytes_of_owner(store::Reader& reader, const Bytes& owner_tag) {
  return reader.number(R"(select cast(coalesce(sum(f.size), 0) as bigint) from entry_file f
join entry e on e.id = f.entry_id where e.owner_tag = $1)",
                       {owner_tag});
}

int delete_removed_files(store::Tx& tx, Timestamp before, int limit) {
  // A version names files that were there when it was submitted: what was removed before the first was in none.
  const auto files = tx.all(R"(select f.id from entry_file f
where f.removed_at < $1
  and not exists (select 1 from entry_version v where v.entry_id = f.entry_id and v.submitted_at <= f.removed_at)
order by f.id limit $2)",
                            {before, limit}, [](const Row& row) { return row.id<EntryFileId>(0); });
  for (const auto file : files) {
    tx.exec("delete from entry_rendition where file_id = $1", {file});
    tx.exec("delete from entry_file where id = $1", {file});
  }
  return static_cast<int>(files.size());
}

}  // namespace guong::entries
