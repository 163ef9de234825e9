// Counting witnesses, asking them, and publishing what they have vouched for.
#include "results/witnessing.h"

#include "guong/contests/contest.h"
#include "guong/store/cosignatures.h"
#include "results/record.h"
#include "results/result_store.h"

namespace guong::results {

Witnessing witnessing_of(store::Reader& reader, const Result& result) {
  Witnessing out;
  out.wanted = contests::contest_rules(reader, result.contest)->witnesses;
  if (out.wanted == 0) return out;
  const auto after = load_witnessed_after(reader, result.id);
  out.asked = after.has_value();
  if (after) out.have = store::witnesses_of(reader, *after);
  return out;
}

void ask_witnesses(store::Tx& tx, const api::UseCaseContext& context, const Result& result) {
  const auto now = witnessing_of(tx, result);
  if (now.wanted == 0 || now.asked) return;
  set_witnessed_after(tx, result.id, store::next_record(tx));
  record(tx, context, "result.witnesses_asked", result, {{"wanted", std::to_string(now.wanted)}});
  store::publish_head(tx, context.now, context.log_writer());
}

std::vector<Result> awaiting_witnesses(store::Reader& reader, Timestamp now) {
  return load_awaiting_witnesses(reader, now);
}

}  // namespace guong::results
