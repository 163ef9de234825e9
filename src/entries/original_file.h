// The bytes that an author sent, under the author's name for them: for the author and the desk.
#pragma once

#include "entries/file_store.h"
#include "guong/api/call.h"

namespace guong::entries {

http::Response original_file(const api::ReadCall& call, const EntryFile& file);

}  // namespace guong::entries
