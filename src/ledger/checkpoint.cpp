// The text inside the note; signing and opening the note itself is note.cpp's.
#include "guong/ledger/checkpoint.h"

#include <algorithm>
#include <charconv>

#include "guong/base/error.h"
#include "ledger/note.h"

namespace guong::ledger {
namespace {

/// Takes one line, newline included, off the front.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return line;
}

std::optional<std::int64_t> parse_size(std::string_view digits) {
  std::int64_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  // One way to write each number: no sign, no leading zero.
  if (error != std::errc() || end != digits.data() + digits.size() || std::to_string(size) != digits ||
      size < 0) {
    return std::nullopt;
  }
  return size;
}

std::optional<Checkpoint> parse_text(std::string_view text) {
  Checkpoint out;
  out.origin = take_line(text);
  const auto size = parse_size(take_line(text));
  const auto root_text = take_line(text);
  const auto root = from_base64(root_text);
  if (!valid_origin(out.origin) || !size || !root || root->size() != out.root.size()) return std::nullopt;
  out.size = *size;
  std::copy(root->begin(), root->end(), out.root.begin());
  if (to_base64(as_text(out.root)) != root_text) return std::nullopt;
  // Further lines are extensions, which we neither write nor need; the form only forbids empty
  // ones.
  while (!text.empty()) {
    if (take_line(text).empty()) return std::nullopt;
  }
  return out;
}

}  // namespace

std::string sign_checkpoint(const Checkpoint& checkpoint, std::string_view seed32) {
  const std::string text = checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
                           to_base64(as_text(checkpoint.root)) + '\n';
  return sign_note(text, checkpoint.origin, seed32);
}

std::optional<Checkpoint> open_checkpoint(std::string_view note, std::string_view origin,
                                          std::string_view public_key32) {
  const auto text = open_note(note, origin, public_key32);
  if (!text) return std::nullopt;
  auto checkpoint = parse_text(*text);
  if (!checkpoint || checkpoint->origin != origin) return std::nullopt;
  return checkpoint;
}

std::optional<Checkpoint> read_unverified_checkpoint(std::string_view note) {
  const auto parts = split_note(note);
  if (!parts) return std::nullopt;
  return parse_text(parts->text);
}

}  // namespace guong::ledger
