// Uploads: begun, counted, finished. The bytes themselves are the sinks' business (upload_sink.h).
#pragma once

#include "entries/upload_store.h"
#include "guong/api/call.h"

namespace guong::entries {

inline constexpr Duration kUploadLife = days(7);

struct NewUpload {
  EntryId entry;
  std::string purpose, name;
  std::int64_t length = 0;
};
/// The row of a new upload, checked against the rules and not written yet. Error{too_large} beyond the limit
/// of the category.
Upload plan_upload(store::Reader& reader, const api::UseCaseContext& context, const NewUpload& wanted,
                   Lang lang);
/// Error{not_found} when it is another's or its time is over.
Upload own_upload(store::Reader& reader, const api::UseCaseContext& context, UploadId id);

std::filesystem::path upload_path(const store::Blobs& blobs, UploadId id);
/// How far an upload has come. While its last byte was not acted upon it is asked for again: a complete file
/// that the service could not take over (it was killed, the database was away) is taken over then.
std::int64_t upload_offset(const store::Blobs& blobs, const Upload& upload);

/// The bytes are all there and durable: looks what they are, checks them, makes them a file of the entry.
/// What breaks the rules is removed and refused (Error{invalid}). Slow.
void finish_upload(const api::Services& services, const api::UseCaseContext& context, const Upload& upload,
                   const Digest& digest, Lang lang);
/// Ends an upload that is not wanted any more.
void drop_upload(const api::Services& services, UploadId upload);

}  // namespace guong::entries
