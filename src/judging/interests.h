// Declared interests, unsealed for the conflict check and for nothing else.
#pragma once

#include <map>
#include <vector>

#include "guong/judging/interest.h"
#include "judging/interest_store.h"

namespace guong::judging {

Interest open_interest(const api::Keys& keys, const InterestRow& row);
/// `decided` only: without those that end no assignment before the head says so.
std::map<AccountId, std::vector<Interest>> all_interests(store::Reader& reader, const api::Keys& keys,
                                                         ContestId contest, bool decided = false);

}  // namespace guong::judging
