// Ties opened for the conflict check; they go no further than that.
#pragma once

#include <map>
#include <vector>

#include "guong/judging/tie.h"
#include "judging/tie_store.h"

namespace guong::judging {

Tie open_tie(const api::Keys& keys, const TieRow& row);
std::map<AccountId, std::vector<Tie>> all_ties(store::Reader& reader, const api::Keys& keys, ContestId contest);

}  // namespace guong::judging
