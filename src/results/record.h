// One line for one ledger record of this module: who acted is always committed to, never in the open.
#pragma once

#include <map>
#include <string>

#include "guong/results/result.h"
#include "guong/store/log.h"

namespace guong::results {

inline std::string id_text(auto id) { return std::to_string(id.value); }

/// `data` gets the result's number besides. Gives the record and its way to the root of the log that it ends.
inline store::Appended record(store::Tx& tx, const api::UseCaseContext& context, std::string kind,
                              const Result& result, std::map<std::string, std::string> data,
                              std::map<std::string, std::string> secret = {}) {
  data.emplace("result", std::to_string(result.number));
  secret.emplace("actor", id_text(context.actor.account));
  return store::append_record(
      tx, context.random, context.keys.seal,
      {std::move(kind), context.now, result.contest, std::move(data), std::move(secret)});
}

}  // namespace guong::results
