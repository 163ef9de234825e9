// One proof for many records of the log.
#pragma once

#include <cstdint>
#include <vector>

#include "guong/ledger/merkle.h"
#include "guong/store/store.h"

namespace guong::store {

/// ledger/subset.h over the first `size` records; `seqs` sorted, each once. Reads every leaf.
ledger::Proof prove_subset(Reader& reader, std::int64_t size, const std::vector<std::int64_t>& seqs);

/// The first records' leaves, read before a transaction that is to prove. 32 bytes each.
std::vector<Digest> leaves_so_far(Reader& reader);
/// The same proof of what has been added to those; Error{internal, "store.log_damaged"} when it does not lead to the
/// root.
ledger::Proof prove_subset(Reader& reader, std::vector<Digest> leaves, const ledger::Frontier& head,
                           const std::vector<std::int64_t>& seqs);

}  // namespace guong::store
