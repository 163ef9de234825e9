// SQL of upload; rows in, types out.
#include "uploads/upload_store.h"

#include "guong/uploads/upload.h"

namespace guong::uploads {

const char* const kSetName = R"(update upload set name_sealed = $2 where id = $1)";
const char* const kSetKey = R"(update upload set key_sealed = $2 where id = $1)";

using store::Row;

void insert_upload(store::Tx& tx, const Upload& upload, const Bytes& owner_tag) {
  tx.exec(
      R"(insert into upload (id, owner_tag, target_id, purpose, name_sealed, key_sealed, length, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
      {upload.id, owner_tag, upload.target, upload.purpose, upload.name_sealed, upload.key_sealed,
       upload.length, upload.created_at, upload.expires_at});
}

std::optional<Upload> find_upload(store::Reader& reader, UploadId id, const Bytes& owner_tag) {
  return reader.one(
      R"(select id, target_id, purpose, name_sealed, coalesce(key_sealed, name_sealed), length, created_at,
  expires_at, finished_file_id
from upload where id = $1 and owner_tag = $2)",
      {id, owner_tag}, [](const Row& row) {
        return Upload{row.id<UploadId>(0), row.i64(1),  row.text(2), row.blob(3),   row.blob(4),
                      row.i64(5),          row.time(6), row.time(7), row.opt_i64(8)};
      });
}

std::int64_t on_their_way(store::Reader& reader, std::int64_t target, std::string_view purpose,
                          Timestamp now) {
  return reader.number(R"(select count(*) from upload
where target_id = $1 and purpose = $2 and finished_file_id is null and expires_at > $3)",
                       {target, purpose, now});
}

void finish_upload_row(store::Tx& tx, UploadId id, std::int64_t file, Timestamp now) {
  tx.exec(R"(update upload set finished_file_id = $2, finished_at = $3 where id = $1)", {id, file, now});
}

void delete_upload(store::Tx& tx, UploadId id) { tx.exec(R"(delete from upload where id = $1)", {id}); }

bool upload_exists(store::Reader& reader, UploadId id) {
  return reader.number("select count(*) from upload where id = $1", {id}) != 0;
}

void set_owner_tag(store::Tx& tx, std::int64_t target, const Bytes& tag) {
  tx.exec(R"(update upload set owner_tag = $2 where target_id = $1)", {target, tag});
}

std::int64_t bytes_on_their_way(store::Reader& reader, const Bytes& owner_tag, Timestamp now) {
  return reader.number(R"(select cast(coalesce(sum(length), 0) as bigint) from upload
where owner_tag = $1 and finished_file_id is null and expires_at > $2)",
                       {owner_tag, now});
}

std::vector<UploadId> open_parts(store::Reader& reader) {
  return reader.all(
      R"(select id from upload where expires_at > 0 and finished_file_id is null and key_sealed is null)", {},
      [](const Row& row) { return row.id<UploadId>(0); });
}

void set_part_key(store::Tx& tx, UploadId id, const Bytes& key_sealed) {
  tx.exec(R"(update upload set key_sealed = $2 where id = $1)", {id, key_sealed});
}

std::vector<UploadId> expired_uploads(store::Reader& reader, Timestamp now, int limit) {
  return reader.all(R"(select id from upload where expires_at <= $1 order by expires_at, id limit $2)",
                    {now, limit}, [](const Row& row) { return row.id<UploadId>(0); });
}

bool finished_across(store::Reader& reader, std::int64_t target, Timestamp deadline) {
  return reader.number(R"(select count(*) from upload
where target_id = $1 and created_at <= $2 and finished_at > $2)",
                       {target, deadline}) != 0;
}

bool finished_after(store::Reader& reader, std::int64_t target, std::int64_t file, Timestamp time) {
  return reader.number(R"(select count(*) from upload
where target_id = $1 and finished_file_id = $2 and finished_at > $3)",
                       {target, file, time}) != 0;
}

}  // namespace guong::uploads
