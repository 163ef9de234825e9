// Cosignatures are signatures of a note with a time of their own; the log's signature is not looked at here.
#include "guong/ledger/cosignature.h"

#include <algorithm>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "ledger/note.h"

namespace guong::ledger {
namespace {

constexpr std::size_t kTimeBytes = 8;
constexpr std::size_t kSignatureBytes = 64;
constexpr std::int64_t kSecond = 1'000'000;

std::string message(std::int64_t time, std::string_view text) {
  return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(text);
}

std::string big_endian(std::int64_t number) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8)
    bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> shift);
  return bytes;
}

std::int64_t read_big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<std::uint8_t>(c);
  return static_cast<std::int64_t>(number);
}

}  // namespace

std::string format_witness_key(std::string_view name, std::string_view public_key32) {
  return format_key(KeyType::cosignature, name, public_key32);
}

std::optional<VerifierKey> parse_witness_key(std::string_view text) {
  return parse_key(KeyType::cosignature, text);
}

std::string cosign(std::string_view note, std::string_view name, std::string_view seed32, Timestamp now) {
  const auto parts = split_note(note);
  if (!parts || !valid_origin(name)) throw Error(ErrorKind::internal, "ledger.note_unfit");
  const auto time = now.micros / kSecond;
  std::string bytes = key_id(KeyType::cosignature, name, as_text(ed25519_public_key(seed32)));
  bytes += big_endian(time);
  bytes += as_text(ed25519_sign(seed32, message(time, parts->text)));
  return format_note_signature(name, bytes);
}

std::optional<Timestamp> cosigned_at(std::string_view note, std::string_view line,
                                     const VerifierKey& witness) {
  const auto parts = split_note(note);
  if (line.ends_with('\n')) line.remove_suffix(1);
  const auto signature = parse_note_signature(line);
  if (!parts || !signature || signature->name != witness.name) return std::nullopt;
  const auto bytes = as_text(signature->bytes);
  const auto key = as_text(witness.public_key);
  if (bytes.size() != kKeyIdBytes + kTimeBytes + kSignatureBytes ||
      bytes.substr(0, kKeyIdBytes) != key_id(KeyType::cosignature, witness.name, key))
    return std::nullopt;
  const auto time = read_big_endian(bytes.substr(kKeyIdBytes, kTimeBytes));
  if (time < 0 || time > INT64_MAX / kSecond ||
      !ed25519_verify(key, message(time, parts->text), bytes.substr(kKeyIdBytes + kTimeBytes)))
    return std::nullopt;
  return Timestamp{time * kSecond};
}

std::vector<std::string> cosigned_by(std::string_view note, const std::vector<VerifierKey>& witnesses) {
  std::vector<std::string> names;
  const auto parts = split_note(note);
  if (!parts) return names;
  const auto lines = signature_lines(parts->signatures);
  for (const auto& witness : witnesses)
    if (std::ranges::any_of(lines, [&](auto line) { return cosigned_at(note, line, witness).has_value(); }))
      names.push_back(witness.name);
  return names;
}

}  // namespace guong::ledger
