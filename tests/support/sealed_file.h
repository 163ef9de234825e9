// A file as an upload leaves it: its bytes are a sealed blob, and whoever attaches it has the key.
#pragma once

#include <string>
#include <utility>

#include "guong/base/crypto.h"
#include "guong/base/sealed_bytes.h"
#include "guong/entries/use_cases.h"

namespace guong::test {

inline entries::NewFile sealed_file(store::Blobs& blobs, std::string_view bytes, std::string name,
                                    std::string media_type, entries::FileFacts facts) {
  const std::string key(32, 'f');
  facts.size = static_cast<std::int64_t>(bytes.size());
  return {std::move(name),
          std::move(media_type),
          std::move(facts),
          sha256(bytes),
          blobs.put(*sealing(BorrowedBytes(bytes), key)),
          key};
}

}  // namespace guong::test
