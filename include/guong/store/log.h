// The ledger's rows: every action that touches a result appends one record in its own transaction.
#pragma once

#include <optional>
#include <string>

#include "guong/base/ids.h"
#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/ledger/merkle.h"
#include "guong/ledger/record.h"
#include "guong/store/store.h"

namespace guong::store {

/// A record as somebody outside can check it: its canonical bytes, and its path to the root of the log that it ends.
struct Appended {
  std::int64_t seq = 0;  // from 0
  std::string record;
  ledger::Proof path;
};
/// Appends a record: fills in its number, salts the private values, stores leaf and openings (sealed with
/// `seal_key`), and moves the Merkle frontier on.
Appended append_record(Tx& tx, Random& random, std::string_view seal_key, const ledger::RecordDraft& draft);

/// The number that the record appended next in this transaction will have.
std::int64_t next_record(Reader& reader);

/// Recomputes every leaf, root and checkpoint. Nothing when all is well, else a sentence's key and
/// the first broken record.
std::optional<ledger::Break> verify_log(Reader& reader, std::string_view origin, std::string_view public_key);

}  // namespace guong::store
