// Rows of upload: files on their way. How far each has come is the size of its temporary file, not a column.
#pragma once

#include "guong/entries/entry.h"
#include "guong/store/store.h"

namespace guong::entries {

struct Upload {
  UploadId id;
  EntryId entry;
  std::string purpose;
  Bytes name_sealed;
  std::int64_t length = 0;
  Timestamp created_at, expires_at;
  std::optional<EntryFileId> finished_file;
};

void insert_upload(store::Tx& tx, const Upload& upload, const Bytes& owner_tag);
std::optional<Upload> find_upload(store::Reader& reader, UploadId id, const Bytes& owner_tag);
std::int64_t unfinished_uploads(store::Reader& reader, EntryId entry, std::string_view purpose,
                                Timestamp now);
void finish_upload_row(store::Tx& tx, UploadId id, EntryFileId file, Timestamp now);
void delete_upload(store::Tx& tx, UploadId id);
std::vector<UploadId> expired_uploads(store::Reader& reader, Timestamp now, int limit);
/// Whether a file begun by the deadline was finished after it.
bool uploaded_across(store::Reader& reader, EntryId entry, Timestamp deadline);

}  // namespace guong::entries
