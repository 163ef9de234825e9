// Files that arrive in pieces (tus 1.0): begun, appended to, ended, forgotten. What a file is for is its
// target's affair: the module that owns the target has the routes and says who may send what.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guong/api/route.h"
#include "guong/store/resealing.h"

namespace guong::uploads {

struct NewUpload {
  std::int64_t target = 0;    // the row that the file is for
  std::string purpose, name;  // what it is there, and how its sender calls it
  std::int64_t length = 0;    // bytes
  std::string metadata = {};  // Upload-Metadata as it came
};

/// What one account, and all together, may take of the disk. The program's own are its module state's
/// (`store.state().of<UploadLimits>()`).
struct UploadLimits {
  std::int64_t account_bytes =
      20'000'000'000;                     // on their way, attached, and removed until they are collected
  std::int64_t free_bytes = 500'000'000;  // which files leave to cards, receipts and the ledger
};
/// Error{unavailable, "entries.disk_full"} when so many bytes more would leave less than the limit free.
void require_room(const std::filesystem::path& folder, std::int64_t bytes, const UploadLimits& limits);

/// A file whose bytes are all there and durable.
struct WholeFile {
  NewUpload upload;
  std::shared_ptr<const ByteSource> bytes;
  Digest sha256{};  // of the bytes
  Digest blob{};    // of the sealed bytes, which become a blob
  std::string key;  // that they are sealed with
};

/// What files are sent for. One object for the process; any thread.
class UploadTarget {
 public:
  /// Makes the file in the transaction that ends its upload, once its bytes are a blob; gives its id.
  using TakeOver = std::function<std::int64_t(store::Tx&)>;

  virtual ~UploadTarget() = default;
  /// Whose uploads are found: the same for one account, telling nothing without the key.
  virtual Bytes owner_tag(const api::Keys& keys, AccountId account) const = 0;
  /// Throws what an upload is refused for when it begins.
  virtual void admit(store::Reader& reader, const api::UseCaseContext& context, const NewUpload& upload,
                     Lang lang) const = 0;
  /// What files of the account there are already, removed ones too while their bytes are kept.
  virtual std::int64_t stored_bytes(store::Reader& reader, const api::UseCaseContext& context) const = 0;
  /// Looks at a whole file. Error{invalid} ends the upload and removes the file. Slow.
  virtual TakeOver examine(const api::Services& services, const api::UseCaseContext& context,
                           const WholeFile& file, Lang lang) const = 0;
};

inline constexpr http::FixedHeader kTusResumable{"Tus-Resumable", "1.0.0"};

using PathValues = std::vector<std::pair<std::string_view, std::string>>;

/// OPTIONS: what is offered of tus.
http::Response options_answer();
/// HEAD or GET of {upload}: how far it has come. Error{not_found} when it is another's or its time is over.
http::Response status_answer(api::ReadCall& call, const UploadTarget& target);
/// DELETE of {upload}.
http::Response removal_answer(api::WriteCall& call, const UploadTarget& target);
/// POST, with or without the first bytes (creation-with-upload). `name`: of the path value that is the
/// target.
std::unique_ptr<http::BodySink> create_sink(api::Services& services, const http::Request& head,
                                            const api::Actor& actor, const api::StillActs& still,
                                            const PathValues& values, std::string_view name,
                                            const UploadTarget& target);
/// PATCH of {upload}.
std::unique_ptr<http::BodySink> append_sink(api::Services& services, const http::Request& head,
                                            const api::Actor& actor, const api::StillActs& still,
                                            const PathValues& values, const UploadTarget& target);
/// The same row of a route table, every answer of whose address says which tus it is, refusals too.
constexpr api::Route resumable(api::Route route) {
  route.always = &kTusResumable;
  return route;
}

/// Uploads of a purpose that are on their way to a target.
std::int64_t on_their_way(store::Reader& reader, std::int64_t target, std::string_view purpose,
                          Timestamp now);
/// Whether a file begun by the deadline was finished after it.
bool finished_across(store::Reader& reader, std::int64_t target, Timestamp deadline);
/// Whether this file of the target came by an upload that was finished after that time.
bool finished_after(store::Reader& reader, std::int64_t target, std::int64_t file, Timestamp time);
/// Forgets uploads whose time is over, with their temporary files. Gives how many.
int remove_expired(store::Store& store, store::Blobs& blobs, Timestamp now);

/// Removes what a killed process left in the temporary folder: files that nobody has written to for an hour
/// and that are of no upload. Gives how many.
int remove_strays(store::Store& store, store::Blobs& blobs, Timestamp now);

/// Seals the parts that releases up to 0.2.0 kept open, each under a key of its own. May be cut off and run
/// again.
void seal_old_parts(store::Store& store, const store::Blobs& blobs, Random& random, const api::Keys& keys);

/// What of this module stands sealed under the installation's key; and whose the uploads to a target are, by another.
std::vector<store::SealedColumn> sealed_columns();
void set_owner_tag(store::Tx& tx, std::int64_t target, const Bytes& tag);

/// The SHA-256 of a file on disk. Slow: never on an event thread.
Digest hash_file(const std::filesystem::path& path);
/// 0 when there is none.
std::int64_t file_size_or_zero(const std::filesystem::path& path);

}  // namespace guong::uploads
