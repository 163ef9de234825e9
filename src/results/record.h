// What every ledger record about a result says besides: which one.
#pragma once

#include <string>

#include "guong/api/record.h"
#include "guong/results/result.h"

namespace guong::results {

/// `data` gets the result's number besides. Gives the record and its way to the root of the log that it ends.
inline store::Appended record(store::Tx& tx, const api::UseCaseContext& context, std::string kind,
                              const Result& result, api::RecordValues data, api::RecordValues secret = {}) {
  data.emplace("result", std::to_string(result.number));
  return api::record(tx, context, std::move(kind), result.contest, std::move(data), std::move(secret));
}

}  // namespace guong::results
