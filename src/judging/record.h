// One line for one ledger record of this module: who acted is always committed to, never in the open.
#pragma once

#include <map>
#include <string>

#include "guong/api/act.h"
#include "guong/store/log.h"

namespace guong::judging {

inline std::string id_text(auto id) { return std::to_string(id.value); }

inline void record(store::Tx& tx, const api::Act& act, std::string kind, ContestId contest,
                   std::map<std::string, std::string> data, std::map<std::string, std::string> secret) {
  secret.emplace("actor", id_text(act.actor.account));
  store::append_record(tx, act.random, act.keys.seal, {std::move(kind), act.now, contest, std::move(data), std::move(secret)});
}

}  // namespace guong::judging
