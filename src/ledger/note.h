// The two halves of a signed note and its keys, for the functions that read and write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/ledger/checkpoint.h"

namespace guong::ledger {

/// What a key signs: the byte in front of it in its text and in its id.
enum class KeyType : char { signature = 1, cosignature = 4 };

struct SplitNote {
  std::string_view text;        // ends in a newline; the blank line belongs to neither half
  std::string_view signatures;  // at least one line, each ending in a newline
};
/// Nothing when it cannot be a note at all. Signatures are not looked at.
std::optional<SplitNote> split_note(std::string_view note);

/// One signature line without its newline: the key id stands in front of the bytes.
struct NoteSignature {
  std::string_view name;
  Bytes bytes;
};
std::optional<NoteSignature> parse_note_signature(std::string_view line);
std::string format_note_signature(std::string_view name, std::string_view bytes);
/// The lines of a note's second half, newlines taken off.
std::vector<std::string_view> signature_lines(std::string_view signatures);

constexpr std::size_t kKeyIdBytes = 4;
std::string key_id(KeyType type, std::string_view name, std::string_view public_key32);
std::string format_key(KeyType type, std::string_view name, std::string_view public_key32);
/// Nothing when malformed, of another type, or with the id of another key.
std::optional<VerifierKey> parse_key(KeyType type, std::string_view text);

}  // namespace guong::ledger
