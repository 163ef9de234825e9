// The writer: it alone defines what canonical is, and the reader compares with it.
#include "guong/ledger/canonical_json.h"

#include <algorithm>

#include "guong/base/error.h"
#include "guong/base/text.h"

namespace guong::ledger {
namespace {

constexpr std::int64_t kLargest = (1LL << 53) - 1;

[[noreturn]] void refuse() { throw Error(ErrorKind::internal, "ledger.not_canonical"); }

void write_control(std::string& out, unsigned char c) {
  switch (c) {
    case '\b':
      out += "\\b";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\r':
      out += "\\r";
      return;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[c >> 4];
  out += kHex[c & 15];
}

void write_string(std::string& out, std::string_view text) {
  if (!valid_utf8(text)) refuse();
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      write_control(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

void write_object(std::string& out, const Object& object);

void write_value(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    write_string(out, *text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (*number > kLargest || *number < -kLargest) refuse();
    out += std::to_string(*number);
  } else {
    write_object(out, std::get<Object>(value));
  }
}

void write_object(std::string& out, const Object& object) {
  std::vector<const Member*> members;
  for (const Member& member : object) members.push_back(&member);
  std::ranges::sort(members, [](auto* a, auto* b) { return name_before(a->name, b->name); });
  const auto same = [](auto* a, auto* b) { return a->name == b->name; };
  if (std::ranges::adjacent_find(members, same) != members.end()) refuse();
  out += '{';
  for (const Member* member : members) {
    if (member != members.front()) out += ',';
    write_string(out, member->name);
    out += ':';
    write_value(out, member->value);
  }
  out += '}';
}

}  // namespace

bool name_before(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  if (in_a == a.end() || in_b == b.end()) return a.size() < b.size();
  const auto x = static_cast<unsigned char>(*in_a), y = static_cast<unsigned char>(*in_b);
  // UTF-8 orders by code point. UTF-16 differs in one thing: characters above U+FFFF (lead byte
  // from 0xF0) are written with surrogates and so stand before U+E000 to U+FFFF (lead bytes 0xEE
  // and 0xEF).
  const bool x_wide = x >= 0xF0, y_wide = y >= 0xF0;
  if (x_wide != y_wide && std::min(x, y) >= 0xEE) return x_wide;
  return x < y;
}

std::string canonical_json(const Object& object) {
  std::string out;
  write_object(out, object);
  return out;
}

}  // namespace guong::ledger
