// Names of contests, which a module above keeps and tells.
#pragma once

#include <map>
#include <vector>

#include "accounts/grant_store.h"

namespace guong::accounts {

/// Nothing when there is no such contest.
std::optional<ContestName> contest_name(store::Reader& reader, ContestId contest);
/// Those of the contests that the grants are on.
std::map<ContestId, ContestName> contest_names(store::Reader& reader, const std::vector<GrantRow>& grants);

}  // namespace guong::accounts
