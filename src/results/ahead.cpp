// The one place that knows what each step rests on.
#include "results/ahead.h"

#include "results/departure_store.h"
#include "results/recheck.h"
#include "results/result_store.h"

namespace guong::results {
namespace {

void look(store::Reader& reader, const api::UseCaseContext& context, const Result& result,
          ResultAction action, const FileStore& files, Ahead& out) {
  out.result = result.id;
  out.files = files;
  if (action == ResultAction::publish) {
    out.file = prepare_file(reader, context, result, files);
    return;
  }
  out.ranked = ranking_of(reader, result);
  if (action == ResultAction::decide_tie || action == ResultAction::join) return;
  out.prizes = load_prizes(reader, context.keys, result, std::move(out.ranked));
  if (action != ResultAction::adjust) refuse_if_cards_moved(reader, result, *out.prizes);
  if (action == ResultAction::approve) refuse_if_awards_moved(reader, result, *out.prizes);
}

/// A refusal is the transaction's to give: it looks at rights and states in their order.
template <class F>
ReadAhead attempt(F f) {
  auto out = std::make_shared<Ahead>();
  try {
    f(*out);
    return out;
  } catch (const Error& error) {
    if (error.key() == "results.ledger_differs" || error.key() == "results.file_too_large") throw;
    return nullptr;
  }
}

}  // namespace

ReadAhead compute_ahead(store::Store& store, const api::UseCaseContext& context, ContestId contest,
                        const TellProgress& tell) {
  return attempt([&](Ahead& out) {
    out.compared = compare_ahead(
        store, context.keys, contest,
        [&](store::Reader& reader) { out.fresh = ranked_anew(reader, context, contest); }, tell);
  });
}

ReadAhead read_ahead(store::Store& store, const api::UseCaseContext& context, ContestId contest, ResultId id,
                     ResultAction action, const FileStore& files, const TellProgress& tell) {
  return attempt([&](Ahead& out) {
    out.compared = compare_ahead(
        store, context.keys, contest,
        [&](store::Reader& reader) {
          look(reader, context, begin_step(reader, contest, id, action), action, files, out);
        },
        tell);
  });
}

bool stands_for(store::Tx& tx, const ReadAhead& ahead, ContestId contest, ResultId result) {
  return ahead && ahead->compared.contest == contest && ahead->result == result &&
         still_stands(tx, ahead->compared);
}

RankedBy ranked_ground(store::Tx& tx, const api::UseCaseContext& context, const Result& result,
                       const ReadAhead& ahead) {
  if (stands_for(tx, ahead, result.contest, result.id)) return ahead->ranked;
  require_ledger_agrees(tx, context.keys, result.contest);
  return ranking_of(tx, result);
}

ReadAhead prize_ground(store::Tx& tx, const api::UseCaseContext& context, const Result& result,
                       ResultAction action, const ReadAhead& ahead) {
  if (stands_for(tx, ahead, result.contest, result.id)) {
    if (ahead->prizes) ahead->prizes->decided = load_departures(tx, result.id);  // this may be another try
    return ahead;
  }
  auto now = std::make_shared<Ahead>();
  look(tx, context, result, action, ahead ? ahead->files : FileStore{}, *now);
  require_ledger_agrees(tx, context.keys, result.contest);
  return now;
}

}  // namespace guong::results
