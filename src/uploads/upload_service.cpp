// The bytes become a blob before the row that names it, so that no row ever names a blob that is not there.
#include "uploads/upload_service.h"

#include <algorithm>

#include "guong/base/crypto.h"
#include "uploads/upload_turn.h"

namespace guong::uploads {
namespace {

/// What the sender's name of the file is sealed under: it may be a person's.
std::string name_context(UploadId upload) { return "upload/" + std::to_string(upload.value); }

}  // namespace

Upload plan_upload(store::Reader& reader, const api::UseCaseContext& context, const UploadTarget& target,
                   const NewUpload& wanted, Lang lang) {
  target.admit(reader, context, wanted, lang);
  const auto id = context.random.id<UploadId>();
  return {id,
          wanted.target,
          wanted.purpose,
          seal(context.keys.seal, name_context(id), wanted.name),
          wanted.length,
          context.now,
          context.now + kUploadLife,
          std::nullopt};
}

Upload own_upload(store::Reader& reader, const api::UseCaseContext& context, const UploadTarget& target,
                  UploadId id) {
  auto upload = find_upload(reader, id, target.owner_tag(context.keys, context.actor.account));
  if (!upload || upload->expires_at <= context.now) throw Error::not_found();
  return std::move(*upload);
}

std::filesystem::path upload_path(const store::Blobs& blobs, UploadId id) {
  return blobs.temporary_folder() / ("upload-" + std::to_string(id.value));
}

std::int64_t upload_offset(const store::Blobs& blobs, const Upload& upload) {
  if (upload.finished_file) return upload.length;
  return std::min(file_size_or_zero(upload_path(blobs, upload.id)), upload.length - 1);
}

void finish_upload(const api::Services& services, const api::UseCaseContext& context,
                   const UploadTarget& target, const Upload& upload, const Digest& digest, Lang lang) {
  const auto path = upload_path(services.blobs, upload.id);
  const auto name = unseal(context.keys.seal, name_context(upload.id), as_text(upload.name_sealed));
  const WholeFile file{{upload.target, upload.purpose, name, upload.length}, path, digest};
  UploadTarget::TakeOver take_over;
  try {
    take_over = target.examine(services, context, file, lang);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::invalid) drop_upload(services, upload.id);
    throw;
  }
  services.blobs.adopt(path, digest);
  services.store.write([&](store::Tx& tx) { finish_upload_row(tx, upload.id, take_over(tx), context.now); });
  if (services.jobs) services.jobs->wake();
}

void drop_upload(const api::Services& services, UploadId upload) {
  services.store.write([&](store::Tx& tx) { delete_upload(tx, upload); });
  std::error_code ignored;
  std::filesystem::remove(upload_path(services.blobs, upload), ignored);
}

int remove_expired(store::Store& store, store::Blobs& blobs, Timestamp now) {
  constexpr int kAtOnce = 200;
  int removed = 0;
  const auto expired =
      store.read([&](store::Reader& reader) { return expired_uploads(reader, now, kAtOnce); });
  for (const auto id : expired) {
    const auto turn = UploadTurn::take(store.state(), id);
    if (!turn) continue;
    store.write([&](store::Tx& tx) { delete_upload(tx, id); });
    std::error_code ignored;
    std::filesystem::remove(upload_path(blobs, id), ignored);
    ++removed;
  }
  return removed;
}

}  // namespace guong::uploads
