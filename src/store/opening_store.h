// The row of one opening, written with its record.
#pragma once

#include "guong/store/openings.h"

namespace guong::store {

void insert_opening(Tx& tx, std::string_view seal_key, std::int64_t seq, const std::string& name,
                    const ledger::Opening& opening);

}  // namespace guong::store
