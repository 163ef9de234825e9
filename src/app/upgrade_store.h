// Rows that say what is left of an upgrade, and which keys the database goes with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/store/store.h"

namespace guong::app {

std::vector<std::string> upgrade_steps(store::Reader& reader);
/// To be done by whoever has the keys, before anything else.
void add_step(store::Tx& tx, const std::string& name);
void finish_step(store::Tx& tx, const std::string& name);

/// The sealed public key of the ledger; nothing before the first start.
std::optional<Bytes> find_key_check(store::Reader& reader);
void update_key_check(store::Tx& tx, const Bytes& sealed);
void insert_key_check(store::Tx& tx, const Bytes& sealed);
/// The number of the newest record that has an opening.
std::optional<std::int64_t> last_opening(store::Reader& reader);

}  // namespace guong::app
