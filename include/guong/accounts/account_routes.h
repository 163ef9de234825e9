// All routes of accounts, sessions, password resets, invitations and grants.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::accounts {

const std::vector<api::Route>& account_routes();

}  // namespace guong::accounts
