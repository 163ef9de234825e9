// Which rows of accounts the ledger answers for: roles, proposals of roles, invitations. What people keep of themselves is
// theirs to change. Any thread.
#pragma once

#include <span>

#include "guong/store/kept_rows.h"

namespace guong::accounts {

std::span<const store::KeptTable> kept_tables();

}  // namespace guong::accounts
