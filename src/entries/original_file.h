// The bytes that authors sent: how they are sealed, opened and downloaded.
#pragma once

#include "entries/file_store.h"
#include "guong/api/call.h"

namespace guong::entries {

/// What opens the bytes of a file, and what they are.
struct Original {
  std::string key;  // empty: they lie open
  Digest sha256{};  // of what was sent
};
Original original_of(const api::Keys& keys, const EntryFile& file);
Bytes seal_original(std::string_view data_key, EntryFileId file, const Original& original);
/// Throws Error{internal} "store.blob_missing", "base.sealed_damaged".
std::shared_ptr<const ByteSource> original_bytes(const store::Blobs& blobs, const api::Keys& keys,
                                                 const EntryFile& file);

/// As a download.
http::Response original_file(const api::ReadCall& call, const EntryFile& file);

}  // namespace guong::entries
