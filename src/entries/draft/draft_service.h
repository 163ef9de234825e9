// Drafts: how what an author types becomes a row.
#pragma once

#include "guong/accounts/account.h"
#include "guong/entries/entry.h"

namespace guong::entries {

/// The author stands first: whoever the owner hands it in for, else the owner under the account's name and
/// unit.
Identity identity_of(const accounts::AccountBrief& owner, const Draft& draft);
/// The other way: what the author typed, for showing it again.
Draft draft_of(const Content& content, const Identity& identity);

}  // namespace guong::entries
