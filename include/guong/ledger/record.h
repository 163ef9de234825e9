// A ledger record and how it becomes bytes. Public values stand in the record as they are; private
// ones (who, which entry, which mark) as salted commitments SHA-256(salt || value), so that the log
// can be published without telling them.
//
// Canonical record (RFC 8785):
// {"commitments":{"actor":"<hex>"},"contest":123,"data":{...},"kind":"entry.submitted",
// "seq":17,"time":"2026-05-20T10:00:00.000000Z","v":1}. Leaf hash: SHA-256(0x00 || record bytes)
// (RFC 6962).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"

namespace guong::ledger {

/// An action to be recorded. `data` holds public values, `secret` values that are committed to.
struct RecordDraft {
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
/// The canonical bytes of record number `seq`. `contest` is left out when there is none; every
/// other name is always there. Throws Error{internal} when a secret has no commitment or a value
/// has no canonical form.
std::string record_bytes(const RecordDraft& draft, std::int64_t seq,
                         const std::map<std::string, Digest>& commitments);

/// What a record says, read back from its bytes.
struct Record {
  std::int64_t seq = 0;
  std::string kind;
  Timestamp time;
  std::optional<ContestId> contest;
  std::map<std::string, std::string> data;
  std::map<std::string, Digest> commitments;
};
/// Nothing unless the bytes are exactly what record_bytes writes.
std::optional<Record> parse_record(std::string_view bytes);

/// Where verification stopped.
struct Break {
  std::int64_t seq = 0;
  std::string key;  // "ledger.leaf_changed", "ledger.record_missing", "ledger.root_differs",
                    // "ledger.signature_wrong"...
};

}  // namespace guong::ledger
