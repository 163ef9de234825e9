// The rows of the ledger's head, leaves and checkpoints, for what signs, serves and proves them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guong/base/time.h"
#include "guong/ledger/merkle.h"
#include "guong/store/store.h"

namespace guong::store {

/// The head as it stands; nothing when it cannot be read, and an empty one before the first record.
std::optional<ledger::Frontier> find_head(Reader& reader);
/// The same; Error{internal, "store.log_damaged"} instead of nothing.
ledger::Frontier load_head(Reader& reader);

/// Calls `f` with the leaves from number `from` on, up to but not including `to`, in order.
void each_leaf(Reader& reader, std::int64_t from, std::int64_t to,
               const std::function<void(const Digest&)>& f);

bool has_checkpoints(Reader& reader);
std::optional<std::string> checkpoint_note(Reader& reader, std::int64_t size);
void insert_checkpoint(Tx& tx, std::int64_t size, const std::string& note, Timestamp now);

}  // namespace guong::store
