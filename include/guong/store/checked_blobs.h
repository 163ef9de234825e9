// Blobs that are sent as they are: what has gone bad on the disk is refused, not sent.
#pragma once

#include <memory>

#include "guong/store/blobs.h"
#include "guong/store/module_state.h"

namespace guong::store {

/// A blob whose bytes are those that its name tells. All of it is read and hashed when it is first opened,
/// when its file has changed since, and once a day; until then it is believed. Throws Error{internal,
/// "store.blob_damaged"}.
std::shared_ptr<const ByteSource> open_checked(ModuleState& state, const Blobs& blobs, const Digest& digest);

}  // namespace guong::store
