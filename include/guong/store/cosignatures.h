// What witnesses said of public heads, and which witnesses count here.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/time.h"
#include "guong/ledger/checkpoint.h"
#include "guong/store/public_log.h"
#include "guong/store/store.h"

namespace guong::store {

/// Keys of the witnesses that the operator named: set once at the start, kept in Store::state().
struct KnownWitnesses {
  std::vector<ledger::VerifierKey> keys;
};

/// The known witness who gave this line, without a newline, for the newest public head.
struct Cosigner {
  std::int64_t size = 0;
  std::string witness;
};
std::optional<Cosigner> find_cosigner(Reader& reader, std::string_view line);
/// Keeps the line. False when there is no such witness.
bool keep_cosignature(Tx& tx, std::string_view line, Timestamp now);
/// The newest public head with what witnesses said of it.
std::optional<PublicHead> cosigned_head(Reader& reader);
/// Those who are said to have cosigned a head and did not: lines by no known witness, or of another head.
std::vector<std::string> false_cosigners(Reader& reader);
/// The known witnesses that cosigned a public head which covers the record.
std::set<std::string> witnesses_of(Reader& reader, std::int64_t seq);

}  // namespace guong::store
