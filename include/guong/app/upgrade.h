// What stands between an opened database and its use: the keys are the right ones, and what migrations left
// to be done by somebody who has the keys is done.
#pragma once

#include <string_view>

#include "guong/api/use_case_context.h"
#include "guong/store/blobs.h"
#include "guong/store/store.h"

namespace guong::app {

/// A step that a restore leaves: the ledger is told where it began anew. What was recorded after the backup
/// is missing from it, though signed heads of that may be about.
inline constexpr std::string_view kMarkRestore = "mark_restore";

/// To be called before anything else is read or written with these keys. Throws Error{unavailable}
/// "app.seal_key_wrong", "app.signing_key_wrong" when the database was made with others; nothing was changed
/// then. May be cut off and called again.
void make_ready(store::Store& store, store::Blobs& blobs, const api::Keys& keys);

/// Whether the database was made with these, or changed to them. Throws as make_ready() does.
void require_right_keys(store::Store& store, const api::Keys& keys);
/// From now on these are the right ones; the ledger is told.
void remember_new_seal_key(store::Tx& tx, const api::Keys& keys);

}  // namespace guong::app
