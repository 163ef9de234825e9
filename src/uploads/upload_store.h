// Rows of upload: files on their way. How far each has come is the size of its temporary file, not a column.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::uploads {

struct Upload {
  UploadId id;
  std::int64_t target = 0;
  std::string purpose;
  Bytes name_sealed, key_sealed;
  std::int64_t length = 0;
  Timestamp created_at, expires_at;
  std::optional<std::int64_t> finished_file;
};

void insert_upload(store::Tx& tx, const Upload& upload, const Bytes& owner_tag);
std::optional<Upload> find_upload(store::Reader& reader, UploadId id, const Bytes& owner_tag);
void finish_upload_row(store::Tx& tx, UploadId id, std::int64_t file, Timestamp now);
void delete_upload(store::Tx& tx, UploadId id);
bool upload_exists(store::Reader& reader, UploadId id);
/// Bytes announced by the uploads of an owner that are on their way.
std::int64_t bytes_on_their_way(store::Reader& reader, const Bytes& owner_tag, Timestamp now);
/// Uploads under way whose part lies open, up to release 0.2.0.
std::vector<UploadId> open_parts(store::Reader& reader);
void set_part_key(store::Tx& tx, UploadId id, const Bytes& key_sealed);
std::vector<UploadId> expired_uploads(store::Reader& reader, Timestamp now, int limit);

/// For a change of the installation's key: a sealed value by its row.
extern const char* const kSetName;
extern const char* const kSetKey;

}  // namespace guong::uploads
