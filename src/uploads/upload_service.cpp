// The bytes become a blob before the row that names it, so that no row ever names a blob that is not there.
#include "uploads/upload_service.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>

#include "guong/base/crypto.h"
#include "guong/base/sealed_bytes.h"
#include "uploads/part_file.h"
#include "uploads/upload_turn.h"

namespace guong::uploads {
namespace {

/// What the sender's name of the file is sealed under: it may be a person's. The Upload-Metadata as it came
/// follows on a line of its own; those of earlier releases have none.
std::string name_context(UploadId upload) { return "upload/" + std::to_string(upload.value); }

std::string sealed_text(const api::Keys& keys, const Upload& upload) {
  return unseal(keys.seal, name_context(upload.id), as_text(upload.name_sealed));
}

void refuse_over_quota(store::Reader& reader, const api::UseCaseContext& context, const UploadTarget& target,
                       const UploadLimits& limits, std::int64_t wanted) {
  const auto tag = target.owner_tag(context.keys, context.actor.account);
  const auto used = target.stored_bytes(reader, context) + bytes_on_their_way(reader, tag, context.now);
  if (used + wanted <= limits.account_bytes) return;
  const auto megabytes = [](std::int64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000); };
  throw Error(ErrorKind::conflict, "entries.quota_used",
              {{"used", megabytes(used)}, {"max", megabytes(limits.account_bytes)}});
}

/// The upload that a temporary file is of; nothing for other files.
std::optional<UploadId> upload_of(const std::filesystem::path& file) {
  constexpr std::string_view kBegin = "part-";
  const auto name = file.filename().string();
  UploadId id;
  if (!name.starts_with(kBegin)) return std::nullopt;
  const auto [end, error] = std::from_chars(name.data() + kBegin.size(), name.data() + name.size(), id.value);
  return error == std::errc{} && end == name.data() + name.size() ? std::optional(id) : std::nullopt;
}

/// Whether nobody has written to a file for an hour.
bool lies_still(const std::filesystem::path& file, Timestamp now) {
  struct stat status {};
  return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         Timestamp{status.st_mtim.tv_sec * 1'000'000} < now - hours(1);
}

constexpr std::size_t kKeyBytes = 32;

std::string key_context(UploadId upload) { return "upload_key/" + std::to_string(upload.value); }

Bytes new_key(Random& random, const api::Keys& keys, UploadId upload) {
  return seal(keys.seal, key_context(upload), as_text(random.bytes(kKeyBytes)));
}

std::string opened_key(const api::Keys& keys, UploadId upload, const Bytes& sealed) {
  return unseal(keys.seal, key_context(upload), as_text(sealed));
}

}  // namespace

std::vector<store::SealedColumn> sealed_columns() {
  const auto id = store::number_key("id");
  return {{"upload",
           "name_sealed",
           {id},
           [](const auto& key) { return name_context(store::id_in<UploadId>(key)); },
           kSetName},
          {"upload",
           "key_sealed",
           {id},
           [](const auto& key) { return key_context(store::id_in<UploadId>(key)); },
           kSetKey}};
}

void require_room(const std::filesystem::path& folder, std::int64_t bytes, const UploadLimits& limits) {
  std::error_code failed;
  const auto space = std::filesystem::space(folder, failed);
  if (failed || space.available >= static_cast<std::uintmax_t>(bytes + limits.free_bytes)) return;
  throw Error(ErrorKind::unavailable, "entries.disk_full");
}

int remove_strays(store::Store& store, store::Blobs& blobs, Timestamp now) {
  int removed = 0;
  for (const auto& file : std::filesystem::directory_iterator(blobs.temporary_folder())) {
    if (!lies_still(file.path(), now)) continue;
    const auto upload = upload_of(file.path());
    if (upload && store.read([&](store::Reader& reader) { return upload_exists(reader, *upload); })) continue;
    std::error_code ignored;
    if (std::filesystem::remove(file.path(), ignored)) ++removed;
  }
  return removed;
}

std::string part_key(const api::Keys& keys, const Upload& upload) {
  return opened_key(keys, upload.id, upload.key_sealed);
}

Upload plan_upload(store::Reader& reader, const api::UseCaseContext& context, const UploadTarget& target,
                   const UploadLimits& limits, UploadId id, const NewUpload& wanted, Lang lang) {
  target.admit(reader, context, wanted, lang);
  refuse_over_quota(reader, context, target, limits, wanted.length);
  return {id,
          wanted.target,
          wanted.purpose,
          seal(context.keys.seal, name_context(id), wanted.name + "\n" + wanted.metadata),
          new_key(context.random, context.keys, id),
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
  return blobs.temporary_folder() / ("part-" + std::to_string(id.value));
}

std::int64_t upload_offset(const store::Blobs& blobs, const Upload& upload, const RunningHash* known) {
  if (upload.finished_file) return upload.length;
  const auto path = upload_path(blobs, upload.id);
  // What is known of every byte need not be looked for: the heads of a large file's pieces are thousands.
  const bool is_known = known && known->sealed_length == file_size_or_zero(path);
  const auto there = is_known ? known->length : static_cast<std::int64_t>(part_extent(path).text);
  return std::min(there, upload.length - 1);
}

void finish_upload(const api::Services& services, const api::UseCaseContext& context,
                   const UploadTarget& target, const Upload& upload, const PartDigests& digests, Lang lang,
                   const std::function<void(store::Tx&)>& first) {
  const auto path = upload_path(services.blobs, upload.id);
  const auto key = part_key(context.keys, upload);
  const WholeFile file{{upload.target, upload.purpose, upload_name(context.keys, upload), upload.length},
                       open_sealed(open_file_source(path), key),
                       digests.text,
                       digests.sealed,
                       key};
  UploadTarget::TakeOver take_over;
  try {
    take_over = target.examine(services, context, file, lang);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::invalid) drop_upload(services, upload.id);
    throw;
  }
  services.blobs.adopt(path, digests.sealed);
  services.store.write([&](store::Tx& tx) {
    first(tx);
    finish_upload_row(tx, upload.id, take_over(tx), context.now);
  });
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  if (services.jobs) services.jobs->wake();
}

std::string upload_name(const api::Keys& keys, const Upload& upload) {
  const auto text = sealed_text(keys, upload);
  return text.substr(0, text.find('\n'));
}

std::string upload_metadata(const api::Keys& keys, const Upload& upload) {
  const auto text = sealed_text(keys, upload);
  const auto end = text.find('\n');
  return end == std::string::npos ? "" : text.substr(end + 1);
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

void seal_old_parts(store::Store& store, const store::Blobs& blobs, Random& random, const api::Keys& keys) {
  const auto old_path = [&](UploadId id) {
    return blobs.temporary_folder() / ("upload-" + std::to_string(id.value));
  };
  for (const auto id : store.read(open_parts)) {
    const auto key_sealed = new_key(random, keys, id);
    if (file_size_or_zero(old_path(id)) > 0) {
      // Never marked as the last piece: the client sends the last byte again, and then it is looked at.
      PartFile part(upload_path(blobs, id), 0);
      PieceSealer sealer(opened_key(keys, id, key_sealed), 0);
      each_piece(*open_file_source(old_path(id)),
                 [&](std::string_view piece) { part.append(sealer.seal(piece, false)); });
      part.sync();
    }
    store.write([&](store::Tx& tx) { set_part_key(tx, id, key_sealed); });
    std::error_code ignored;
    std::filesystem::remove(old_path(id), ignored);
  }
}

}  // namespace guong::uploads
