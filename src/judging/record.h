// One line for one ledger record of this module: who acted is always committed to, never in the open.
#pragma once

#include <map>
#include <string>

#include "guong/api/use_case_context.h"
#include "guong/store/log.h"

namespace guong::judging {

inline std::string id_text(auto id) { return std::to_string(id.value); }

inline void record(store::Tx& tx, const api::UseCaseContext& context, std::string kind, ContestId contest,
                   std::map<std::string, std::string> data, std::map<std::string, std::string> secret) {
  secret.emplace("actor", id_text(context.actor.account));
  store::append_record(tx, context.random, context.keys.seal,
                       {std::move(kind), context.now, contest, std::move(data), std::move(secret)});
}

}  // namespace guong::judging
