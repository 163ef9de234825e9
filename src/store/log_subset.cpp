// Leaves are 32 bytes each: a log of a million records is read in 32 MB.
#include "guong/store/log_subset.h"

#include "guong/base/error.h"
#include "guong/ledger/subset.h"
#include "store/log_rows.h"

namespace guong::store {
namespace {

void add_leaves(Reader& reader, std::int64_t size, std::vector<Digest>& leaves) {
  leaves.reserve(static_cast<std::size_t>(size));
  each_leaf(reader, static_cast<std::int64_t>(leaves.size()), size,
            [&](const Digest& leaf) { leaves.push_back(leaf); });
}

}  // namespace

ledger::Proof prove_subset(Reader& reader, std::int64_t size, const std::vector<std::int64_t>& seqs) {
  std::vector<Digest> leaves;
  add_leaves(reader, size, leaves);
  return ledger::subset_proof(leaves, seqs);
}

std::vector<Digest> leaves_so_far(Reader& reader) {
  std::vector<Digest> leaves;
  add_leaves(reader, load_head(reader).size(), leaves);
  return leaves;
}

ledger::Proof prove_subset(Reader& reader, std::vector<Digest> leaves, const ledger::Frontier& head,
                           const std::vector<std::int64_t>& seqs) {
  add_leaves(reader, head.size(), leaves);
  auto proof = ledger::subset_proof(leaves, seqs);
  std::map<std::int64_t, Digest> proved;
  for (const auto seq : seqs) proved[seq] = leaves[static_cast<std::size_t>(seq)];
  if (ledger::subset_root(head.size(), proved, proof) != head.root())
    throw Error(ErrorKind::internal, "store.log_damaged");
  return proof;
}

}  // namespace guong::store
