// What every ledger record about a result says besides: which one, and what its rows are after the act.
#pragma once

#include <string>

#include "guong/api/record.h"
#include "guong/results/result.h"
#include "results/kept_rows_store.h"

namespace guong::results {

/// `data` gets the result's number besides, and the rows of the result are told. Gives the record and its way
/// to the root of the log that it ends.
inline store::Appended record(store::Tx& tx, const api::UseCaseContext& context, std::string kind,
                              const Result& result, api::RecordValues data, api::RecordValues secret = {}) {
  data.emplace("result", std::to_string(result.number));
  secret[std::string(store::kRowsTold)] +=
      store::tell_rows(tx, context.keys.seal, result_tables(), result.contest, result.id.value);
  return api::record(tx, context, std::move(kind), result.contest, std::move(data), std::move(secret));
}

}  // namespace guong::results
