// Originals are downloads, never shown in the page: nobody has looked what is in them.
#include "entries/original_file.h"

#include <algorithm>

#include "entries/seal.h"
#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/base/sealed_bytes.h"
#include "guong/store/data_keys.h"

namespace guong::entries {
namespace {

constexpr std::size_t kKeyBytes = 32;

std::string context_of(EntryFileId file) { return "original/" + std::to_string(file.value); }

Digest digest_of(std::string_view bytes) {
  Digest out{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), out.size()), out.begin());
  return out;
}

}  // namespace

Original original_of(const api::Keys& keys, const EntryFile& file) {
  if (file.original_sealed.empty()) return {"", digest_of(as_text(file.blob))};
  const auto data_key = store::open_data_key(keys.seal, file.contest, file.data_key_sealed);
  const auto text = unseal(data_key, context_of(file.id), as_text(file.original_sealed));
  return {text.substr(0, kKeyBytes), digest_of(std::string_view(text).substr(kKeyBytes))};
}

Bytes seal_original(std::string_view data_key, EntryFileId file, const Original& original) {
  return seal(data_key, context_of(file), original.key + std::string(as_text(original.sha256)));
}

std::shared_ptr<const ByteSource> original_bytes(const store::Blobs& blobs, const api::Keys& keys,
                                                 const EntryFile& file) {
  const auto original = original_of(keys, file);
  auto bytes = blobs.open(digest_of(as_text(file.blob)));
  return original.key.empty() ? std::move(bytes) : open_sealed(std::move(bytes), original.key);
}

http::Response original_file(const api::ReadCall& call, const EntryFile& file) {
  const auto& keys = call.services().keys;
  auto answer = http::file_response(call.request(), original_bytes(call.blobs(), keys, file), file.media_type,
                                    "\"" + to_hex(as_text(original_of(keys, file).sha256)) + "\"");
  const auto name = open_file_name(keys, file.id, file.name_sealed);
  answer.set("Content-Disposition", "attachment; filename*=UTF-8''" + http::percent_encode(name));
  answer.set("Cache-Control", "private, no-cache");
  return answer;
}

}  // namespace guong::entries
