// A ledger record and how it becomes bytes. Public values stand in the record as they are; private ones (who, which entry, which
// mark) as salted commitments SHA-256(salt || value), so that the log can be published without telling them.
//
// Canonical record (RFC 8785): {"commitments":{"actor":"<hex>"},"contest":123,"data":{...},"kind":"entry.submitted",
// "seq":17,"time":"2026-05-20T10:00:00.000000Z","v":1}. Leaf hash: SHA-256(0x00 || record bytes) (RFC 6962).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"

namespace guong::ledger {

/// An act to be recorded. `data` holds public values, `secret` values that are committed to.
struct Act {
  std::string kind;  // "entry.submitted", "round.locked"...
  Timestamp time;
  std::optional<ContestId> contest;
  std::map<std::string, std::string> data;
  std::map<std::string, std::string> secret;
};

/// The opening of one commitment.
struct Opening {
  Bytes salt;  // 16 bytes
  std::string value;
};

Digest commitment(const Opening& opening);
/// The canonical bytes of record number `seq`.
std::string record_bytes(const Act& act, std::int64_t seq, const std::map<std::string, Digest>& commitments);

/// Where verification stopped.
struct Break {
  std::int64_t seq = 0;
  std::string key;  // "ledger.leaf_changed", "ledger.record_missing", "ledger.root_differs", "ledger.signature_wrong"...
};

}  // namespace guong::ledger
