// The steps of an upload outside the stream of its bytes: planned, counted, finished, dropped.
#pragma once

#include "guong/api/answer.h"
#include "guong/uploads/upload.h"
#include "uploads/part_file.h"
#include "uploads/upload_store.h"

namespace guong::uploads {

inline constexpr Duration kUploadLife = days(7);

/// The row of a new upload, which the target admits; not written yet.
Upload plan_upload(store::Reader& reader, const api::UseCaseContext& context, const UploadTarget& target,
                   const UploadLimits& limits, UploadId id, const NewUpload& wanted, Lang lang);
/// Error{not_found} when it is another's or its time is over.
Upload own_upload(store::Reader& reader, const api::UseCaseContext& context, const UploadTarget& target,
                  UploadId id);

std::filesystem::path upload_path(const store::Blobs& blobs, UploadId id);
/// How far an upload has come. While its last byte was not acted upon it is asked for again: a complete file
/// that the service could not take over (it was killed, the database was away) is taken over then.
/// `known`: the hashes of what has come, as the last request left them.
std::int64_t upload_offset(const store::Blobs& blobs, const Upload& upload,
                           const RunningHash* known = nullptr);

/// The bytes are all there and durable: the target looks at them and makes them a file. What it finds
/// unacceptable is removed and refused (Error{invalid}). `first` begins the transaction. Slow.
struct PartDigests {
  Digest text{}, sealed{};
};
void finish_upload(const api::Services& services, const api::UseCaseContext& context,
                   const UploadTarget& target, const Upload& upload, const PartDigests& digests, Lang lang,
                   const std::function<void(store::Tx&)>& first);
/// What the part is sealed with.
std::string part_key(const api::Keys& keys, const Upload& upload);
/// What its sender calls the file, and the Upload-Metadata that it came with.
std::string upload_name(const api::Keys& keys, const Upload& upload);
std::string upload_metadata(const api::Keys& keys, const Upload& upload);
/// Ends an upload that is not wanted any more.
void drop_upload(const api::Services& services, UploadId upload);

}  // namespace guong::uploads
