// SQL of entry_file. Removed files keep their rows: a submitted version may still name them.
#include "entries/file_store.h"

namespace guong::entries {
namespace {

using store::Row;

EntryFile file_of(const Row& row) {
  return {row.id<EntryFileId>(0),
          row.id<EntryId>(1),
          static_cast<int>(row.i64(2)),
          row.blob(4),
          {row.text(3), row.text(5), row.i64(7), row.opt_i64(9), row.opt_i64(10), row.opt_i64(11)},
          row.text(6),
          row.blob(8),
          row.text(12)};
}

}  // namespace

void insert_file(store::Tx& tx, const EntryFile& file) {
  const auto& facts = file.facts;
  tx.exec(
      R"(insert into entry_file (id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256, duration_ms,
  width, height, rendition_state)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))",
      {file.id, file.entry, file.position, facts.purpose, file.name_sealed, facts.kind, file.media_type,
       facts.size, file.sha256, facts.duration_ms, facts.width, facts.height, file.rendition_state});
}

std::vector<EntryFile> list_files(store::Reader& reader, EntryId entry) {
  return reader.all(
      R"(select id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256, duration_ms, width,
  height, rendition_state
from entry_file where entry_id = $1 and removed_at is null order by position, id)",
      {entry}, file_of);
}

std::optional<EntryFile> find_file(store::Reader& reader, EntryId entry, EntryFileId id) {
  return reader.one(
      R"(select id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256, duration_ms, width,
  height, rendition_state
from entry_file where id = $2 and entry_id = $1)",
      {entry, id}, file_of);
}

std::optional<EntryFile> find_file(store::Reader& reader, EntryFileId id) {
  return reader.one(
      R"(select id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256, duration_ms, width,
  height, rendition_state
from entry_file where id = $1)",
      {id}, file_of);
}

std::map<EntryFileId, std::string> rendition_states(store::Reader& reader, EntryId entry) {
  std::map<EntryFileId, std::string> out;
  reader.each("select id, rendition_state from entry_file where entry_id = $1",
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
      R"(update entry_file set rendition_state = 'ready', rendition_sha256 = $2, rendition_size = $3, rendition_type = $4
where id = $1)",
      {id, rendition.sha256, rendition.size, rendition.media_type});
}

void set_rendition_failed(store::Tx& tx, EntryFileId id) {
  tx.exec(R"(update entry_file set rendition_state = 'failed' where id = $1)", {id});
}

}  // namespace guong::entries
