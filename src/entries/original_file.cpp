// Originals are downloads, never shown in the page: nobody has looked what is in them.
#include "entries/original_file.h"

#include <algorithm>

#include "entries/seal.h"
#include "guong/api/answer.h"

namespace guong::entries {

http::Response original_file(const api::ReadCall& call, const EntryFile& file) {
  Digest digest{};
  std::copy_n(file.sha256.begin(), std::min(file.sha256.size(), digest.size()), digest.begin());
  auto answer = http::file_response(call.request(), call.blobs().open(digest), file.media_type,
                                    "\"" + to_hex(as_text(file.sha256)) + "\"");
  const auto name = open_file_name(call.services().keys, file.id, file.name_sealed);
  answer.set("Content-Disposition", "attachment; filename*=UTF-8''" + http::percent_encode(name));
  answer.set("Cache-Control", "private, no-cache");
  return answer;
}

}  // namespace guong::entries
