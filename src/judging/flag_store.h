// Rows of flags. SQL only.
#pragma once

#include <cstdint>
#include <vector>

#include "guong/judging/flag.h"

namespace guong::judging {

void upsert_flag(store::Tx& tx, ContestId contest, const DeskWork& work, const Flag& flag);
std::int64_t delete_flag(store::Tx& tx, AssignmentId assignment);
std::vector<RaisedFlag> load_flags(store::Reader& reader, ContestId contest, int round);

}  // namespace guong::judging
