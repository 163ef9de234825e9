// Signed notes and verifier keys by C2SP signed-note, strict when reading: one text for each value.
#include "ledger/note.h"

#include <algorithm>
#include <array>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/text.h"
#include "guong/ledger/checkpoint.h"

namespace guong::ledger {
namespace {

constexpr std::string_view kDash = "\u2014 ";
constexpr std::size_t kPublicKeyBytes = 32;
constexpr std::size_t kSignatureBytes = 64;

/// A name may hold no white space. These are what readers in other languages take for it.
constexpr std::array<std::string_view, 22> kWideSpaces{
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029",
    "\u202F", "\u205F", "\u3000", "\u180E", "\u200B", "\uFEFF"};

bool printable(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; }

bool fit_for_note(std::string_view text) {
  return text.ends_with('\n') && valid_utf8(text) &&
         std::ranges::all_of(text, [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= 0x20; });
}

}  // namespace

bool valid_origin(std::string_view origin) {
  return !origin.empty() && valid_utf8(origin) &&
         std::ranges::all_of(origin, [](char c) { return printable(c) && c != ' ' && c != '+'; }) &&
         std::ranges::none_of(kWideSpaces, [&](auto space) { return origin.find(space) != origin.npos; });
}

std::optional<SplitNote> split_note(std::string_view note) {
  const auto blank = note.rfind("\n\n");
  if (!fit_for_note(note) || blank == note.npos || blank + 2 == note.size()) return std::nullopt;
  return SplitNote{note.substr(0, blank + 1), note.substr(blank + 2)};
}

std::string key_id(KeyType type, std::string_view name, std::string_view public_key32) {
  std::string bytes(name);
  bytes += '\n';
  bytes += static_cast<char>(type);
  bytes += public_key32;
  const Digest digest = sha256(bytes);
  return std::string(as_text(digest).substr(0, kKeyIdBytes));
}

std::optional<NoteSignature> parse_note_signature(std::string_view line) {
  if (!line.starts_with(kDash)) return std::nullopt;
  line.remove_prefix(kDash.size());
  const auto space = line.find(' ');
  if (space == line.npos || !valid_origin(line.substr(0, space))) return std::nullopt;
  auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() <= kKeyIdBytes) return std::nullopt;
  return NoteSignature{line.substr(0, space), std::move(*bytes)};
}

std::string format_note_signature(std::string_view name, std::string_view bytes) {
  return std::string(kDash) + std::string(name) + ' ' + to_base64(bytes) + '\n';
}

std::vector<std::string_view> signature_lines(std::string_view signatures) {
  std::vector<std::string_view> out;
  while (!signatures.empty()) {
    const auto end = signatures.find('\n');
    out.push_back(signatures.substr(0, end));
    signatures.remove_prefix(end + 1);
  }
  return out;
}

std::string format_key(KeyType type, std::string_view name, std::string_view public_key32) {
  std::string key(1, static_cast<char>(type));
  key += public_key32;
  return std::string(name) + '+' + to_hex(key_id(type, name, public_key32)) + '+' + to_base64(key);
}

std::optional<VerifierKey> parse_key(KeyType type, std::string_view text) {
  const auto first = text.find('+');
  if (first == text.npos) return std::nullopt;
  const auto second = text.find('+', first + 1);
  if (second == text.npos) return std::nullopt;
  const auto key = from_base64(text.substr(second + 1));
  if (!key || key->size() != 1 + kPublicKeyBytes || key->front() != static_cast<std::uint8_t>(type))
    return std::nullopt;
  VerifierKey out{std::string(text.substr(0, first)), Bytes(key->begin() + 1, key->end())};
  // Written anew it must be the same text: that checks key id, case and padding at once.
  if (!valid_origin(out.name) || format_key(type, out.name, as_text(out.public_key)) != text)
    return std::nullopt;
  return out;
}

std::string format_verifier_key(std::string_view name, std::string_view public_key32) {
  return format_key(KeyType::signature, name, public_key32);
}

std::optional<VerifierKey> parse_verifier_key(std::string_view text) {
  return parse_key(KeyType::signature, text);
}

std::string sign_note(std::string_view text, std::string_view name, std::string_view seed32) {
  if (!fit_for_note(text) || !valid_origin(name)) throw Error(ErrorKind::internal, "ledger.note_unfit");
  const Bytes public_key = ed25519_public_key(seed32);
  const Bytes signature = ed25519_sign(seed32, text);
  std::string bytes = key_id(KeyType::signature, name, as_text(public_key));
  bytes += as_text(signature);
  return std::string(text) + '\n' + format_note_signature(name, bytes);
}

std::optional<std::string> open_note(std::string_view note, std::string_view name,
                                     std::string_view public_key32) {
  const auto parts = split_note(note);
  if (!parts) return std::nullopt;
  const std::string id = key_id(KeyType::signature, name, public_key32);
  bool signed_by_key = false;
  for (const auto line : signature_lines(parts->signatures)) {
    const auto signature = parse_note_signature(line);
    if (!signature) return std::nullopt;
    const auto bytes = as_text(signature->bytes);
    if (signature->name != name || bytes.substr(0, kKeyIdBytes) != id) continue;
    // A wrong signature in our key's name spoils the note, whatever else it carries.
    if (bytes.size() != kKeyIdBytes + kSignatureBytes ||
        !ed25519_verify(public_key32, parts->text, bytes.substr(kKeyIdBytes))) {
      return std::nullopt;
    }
    signed_by_key = true;
  }
  if (!signed_by_key) return std::nullopt;
  return std::string(parts->text);
}

}  // namespace guong::ledger
