// Leaves are 32 bytes each: a log of a million records is read in 32 MB.
#include "guong/store/log_subset.h"

#include "guong/ledger/subset.h"
#include "store/log_rows.h"

namespace guong::store {

ledger::Proof prove_subset(Reader& reader, std::int64_t size, const std::vector<std::int64_t>& seqs) {
  std::vector<Digest> leaves;
  leaves.reserve(static_cast<std::size_t>(size));
  each_leaf(reader, 0, size, [&](const Digest& leaf) { leaves.push_back(leaf); });
  return ledger::subset_proof(leaves, seqs);
}

}  // namespace guong::store
