// A signed head of the log, as C2SP tlog-checkpoint inside a C2SP signed-note, so that tools for
// transparency logs read it:
//
//   ORIGIN\n  SIZE (decimal)\n  ROOT (base64)\n  \n  — ORIGIN BASE64(key id, 4 bytes || Ed25519
//   signature, 64 bytes)\n
//
// The signature is over the text up to and including the newline before the blank line. Key id: the
// first 4 bytes of SHA-256(name || 0x0A || 0x01 || public key). The log's name (origin) is also the
// name of its key. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "guong/base/bytes.h"

namespace guong::ledger {

struct Checkpoint {
  std::string origin;
  std::int64_t size = 0;
  Digest root{};
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Text that stands for a public key, in C2SP vkey form: NAME+KEY ID (8 hex digits)+BASE64(0x01 ||
/// public key).
struct VerifierKey {
  std::string name;
  Bytes public_key;  // 32 bytes
};
std::string format_verifier_key(std::string_view name, std::string_view public_key32);
/// Nothing when malformed or when the key id does not belong to name and key.
std::optional<VerifierKey> parse_verifier_key(std::string_view text);

/// Not empty, valid UTF-8, no white space, no control character, no "+".
bool valid_origin(std::string_view origin);

/// Signs any text that ends in a newline. Throws Error{internal, "ledger.note_unfit"} when the text
/// or name cannot be in a note.
std::string sign_note(std::string_view text, std::string_view name, std::string_view seed32);
/// The note's text, when it carries this key's signature; further signatures by others are passed
/// over. Nothing otherwise.
std::optional<std::string> open_note(std::string_view note, std::string_view name,
                                     std::string_view public_key32);

std::string sign_checkpoint(const Checkpoint& checkpoint, std::string_view seed32);
/// The checkpoint, when it is well-formed, of this origin and signed by this key.
std::optional<Checkpoint> open_checkpoint(std::string_view note, std::string_view origin,
                                          std::string_view public_key32);
/// Reads the body of a note without looking at who signed it: only to tell a person what it says.
std::optional<Checkpoint> read_unverified_checkpoint(std::string_view note);

}  // namespace guong::ledger
