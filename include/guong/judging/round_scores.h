// The scores of a round as its cards stand: reads the cards, and leaves the arithmetic to `standings`.
#pragma once

#include <vector>

#include "guong/base/ids.h"
#include "guong/standings/entry_score.h"
#include "guong/store/store.h"

namespace guong::judging {

/// The scores of every entry of a round that is still accepted, by code.
std::vector<standings::EntryScore> round_scores(store::Reader& reader, ContestId contest,
                                                const rules::RuleBook& rules, int round);

}  // namespace guong::judging
