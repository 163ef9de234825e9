// Files of releases up to 0.2.0, which kept what authors sent as it was: a sealed copy each, then the row
// names that.
#include <algorithm>

#include "entries/original_file.h"
#include "guong/base/crypto.h"
#include "guong/base/sealed_bytes.h"
#include "guong/entries/use_cases.h"
#include "guong/store/data_keys.h"

namespace guong::entries {
namespace {

constexpr std::size_t kKeyBytes = 32;

std::shared_ptr<const ByteSource> open_or_none(const store::Blobs& blobs, const Digest& blob) {
  try {
    return blobs.open(blob);
  } catch (const Error& error) {
    if (error.key() == "store.blob_missing") return nullptr;
    throw;
  }
}

}  // namespace

std::vector<Digest> seal_old_originals(store::Store& store, store::Blobs& blobs, Random& random,
                                       const api::Keys& keys) {
  std::vector<Digest> before;
  for (EntryFileId last{};;) {
    const auto file = store.read([&](store::Reader& reader) { return next_open_file(reader, last); });
    if (!file) return before;
    last = file->id;
    auto original = original_of(keys, *file);
    const auto bytes = open_or_none(blobs, original.sha256);
    if (!bytes) continue;
    original.key = as_text(random.bytes(kKeyBytes));
    const auto blob = blobs.put(*sealing(*bytes, original.key));
    store.write([&](store::Tx& tx) {
      const auto data_key = store::data_key(tx, random, keys.seal, file->contest);
      set_original(tx, file->id, blob, seal_original(data_key, file->id, original));
    });
    before.push_back(original.sha256);
  }
}

}  // namespace guong::entries
