// What stands between an opened database and its use: the keys are the right ones, and what migrations left to be
// done by somebody who has the keys is done.
#pragma once

#include "guong/api/use_case_context.h"
#include "guong/store/store.h"

namespace guong::app {

/// To be called before anything else is read or written with these keys. Throws Error{unavailable}
/// "app.seal_key_wrong", "app.signing_key_wrong" when the database was made with others; nothing was changed then.
/// May be cut off and called again.
void make_ready(store::Store& store, const api::Keys& keys);

}  // namespace guong::app
