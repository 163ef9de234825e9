// Puts a proof together from the log's rows.
#include "guong/store/record_proofs.h"

#include "guong/ledger/record_proof.h"
#include "guong/store/cosignatures.h"
#include "guong/store/openings.h"
#include "guong/store/public_log.h"

namespace guong::store {

std::optional<std::string> prove_record(Reader& reader, std::string_view seal_key, std::int64_t seq,
                                        const std::vector<std::string>& openings) {
  const auto head = cosigned_head(reader);
  if (!head || seq >= head->size) return std::nullopt;
  const auto records = records_between(reader, seq, seq + 1);
  if (records.empty()) return std::nullopt;
  ledger::RecordProof proof{
      records[0].record, {}, seq, tree_of(reader, head->size).inclusion(seq), head->note};
  const auto known = find_openings(reader, seal_key, seq);
  for (const auto& name : openings) {
    const auto found = known.find(name);
    if (found == known.end() || !found->second) return std::nullopt;
    proof.openings[name] = *found->second;
  }
  return ledger::format_record_proof(proof);
}

}  // namespace guong::store
