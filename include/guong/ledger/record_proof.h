// One record with its way into a signed head, as one file that anybody can check without the service: C2SP tlog-proof.
//
//   c2sp.org/tlog-proof@v1
//   extra BASE64({"openings":{"code":{"salt":"<hex>","value":"..."}},"record":"<canonical record>"})
//   index 17
//   BASE64 (one line for each hash of the inclusion proof)
//
//   (the checkpoint, with what witnesses added)
//
// The extra part is bound by the leaf's hash and by the commitments in the record. Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/ledger/checkpoint.h"
#include "guong/ledger/merkle.h"
#include "guong/ledger/record.h"

namespace guong::ledger {

struct RecordProof {
  std::string record;                       // canonical bytes
  std::map<std::string, Opening> openings;  // those that the file's owner may see
  std::int64_t index = 0;
  Proof path;
  std::string checkpoint;  // a signed note
};
/// The largest file that is read.
inline constexpr std::size_t kRecordProofMax = 1u << 20;

std::string format_record_proof(const RecordProof& proof);
std::optional<RecordProof> parse_record_proof(std::string_view text);

/// What the file says once all of it fits together.
struct ProvenRecord {
  Record record;
  std::map<std::string, std::string> opened;  // private values whose commitment was checked
  Checkpoint checkpoint;
  std::vector<std::string> witnesses;  // those of the known ones that cosigned the checkpoint
};
/// What a check found: a record that holds, or the key of the message that says what does not.
struct RecordCheck {
  std::optional<ProvenRecord> proven;
  std::string fault;  // "ledger.proof_malformed", "ledger.proof_leads_elsewhere", "ledger.opening_differs",
                      // "ledger.proof_not_signed"
};
/// Without a key the head's signature is not looked at.
RecordCheck check_record_proof(std::string_view text, const std::optional<VerifierKey>& log,
                               const std::vector<VerifierKey>& witnesses = {});

}  // namespace guong::ledger
