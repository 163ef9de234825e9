// What was found well is remembered with the time of the file's last change, so that a blob costs one
// reading.
#include "guong/store/checked_blobs.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/time.h"

namespace guong::store {
namespace {

constexpr std::size_t kMost = 20'000;
constexpr auto kBelievedFor = std::chrono::hours(24);

struct Checked {
  std::int64_t changed = 0;  // of the file, in nanoseconds; 0 where there is none
  std::chrono::steady_clock::time_point at;
};
struct CheckedBlobs {
  std::mutex mutex;
  std::map<Digest, Checked> known;
};

std::int64_t changed_at(const ByteSource& bytes) {
  struct stat status {};
  const auto file = bytes.file_descriptor();
  if (!file || ::fstat(*file, &status) != 0) return 0;
  return status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec;
}

bool is_known(CheckedBlobs& checked, const Digest& digest, std::int64_t changed) {
  const std::lock_guard lock(checked.mutex);
  const auto found = checked.known.find(digest);
  return found != checked.known.end() && found->second.changed == changed &&
         std::chrono::steady_clock::now() - found->second.at < kBelievedFor;
}

/// A file that was changed just now could be changed again without its time telling.
bool is_settled(std::int64_t changed) {
  constexpr std::int64_t kSecond = 1'000'000;
  return system_now().micros - changed / 1000 > 2 * kSecond;
}

void remember(CheckedBlobs& checked, const Digest& digest, std::int64_t changed) {
  if (!is_settled(changed)) return;
  const std::lock_guard lock(checked.mutex);
  if (checked.known.size() >= kMost) checked.known.clear();
  checked.known.insert_or_assign(digest, Checked{changed, std::chrono::steady_clock::now()});
}

}  // namespace

std::shared_ptr<const ByteSource> open_checked(ModuleState& state, const Blobs& blobs, const Digest& digest) {
  auto& checked = state.of<CheckedBlobs>();
  auto bytes = blobs.open(digest);
  const auto changed = changed_at(*bytes);
  if (is_known(checked, digest, changed)) return bytes;
  Hasher hasher;
  each_piece(*bytes, [&](std::string_view piece) { hasher.update(piece); });
  if (!std::ranges::equal(hasher.digest(), digest))
    throw Error(ErrorKind::internal, "store.blob_damaged", {{"sha256", to_hex(as_text(digest))}});
  remember(checked, digest, changed);
  return bytes;
}

}  // namespace guong::store
