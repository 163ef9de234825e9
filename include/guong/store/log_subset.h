// One proof for many records of the log.
#pragma once

#include <cstdint>
#include <vector>

#include "guong/ledger/merkle.h"
#include "guong/store/store.h"

namespace guong::store {

/// ledger/subset.h over the first `size` records; `seqs` sorted, each once. Reads every leaf.
ledger::Proof prove_subset(Reader& reader, std::int64_t size, const std::vector<std::int64_t>& seqs);

}  // namespace guong::store
