// What a witness adds to a checkpoint: C2SP tlog-cosignature with Ed25519. A cosignature says that at this time the
// checkpoint was the largest that the witness had seen of the log, and continued all that it had seen before.
//
//   — NAME BASE64(key id, 4 bytes || time in seconds, 8 bytes, big end first || Ed25519 signature, 64 bytes)
//
// The signature is over "cosignature/v1\n", "time SECONDS\n" and the checkpoint's text. Key id: the first 4 bytes of
// SHA-256(name || 0x0A || 0x04 || public key). Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/time.h"
#include "guong/ledger/checkpoint.h"

namespace guong::ledger {

/// A witness's key as text: NAME+KEY ID (8 hex digits)+BASE64(0x04 || public key).
std::string format_witness_key(std::string_view name, std::string_view public_key32);
std::optional<VerifierKey> parse_witness_key(std::string_view text);

/// The witness's line for the checkpoint in this note, newline included. Error{internal, "ledger.note_unfit"} when it is
/// no note.
std::string cosign(std::string_view note, std::string_view name, std::string_view seed32, Timestamp now);

/// When the witness cosigned the checkpoint in the note, by this line; nothing when the line is not by this key over this
/// checkpoint.
std::optional<Timestamp> cosigned_at(std::string_view note, std::string_view line,
                                     const VerifierKey& witness);

/// Those of `witnesses` whose cosignature stands in the note, in their order.
std::vector<std::string> cosigned_by(std::string_view note, const std::vector<VerifierKey>& witnesses);

}  // namespace guong::ledger
