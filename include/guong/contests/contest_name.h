// What `accounts`, which stands below, tells of a contest beside a role.
#pragma once

#include <optional>

#include "guong/accounts/grant.h"

namespace guong::contests {

/// Nothing when there is no such contest.
std::optional<accounts::ContestName> contest_name(store::Reader& reader, ContestId contest);

}  // namespace guong::contests
