// Canonical JSON (RFC 8785) for the values a record is made of: objects, strings, whole numbers.
// Same value, same bytes, in any implementation of the RFC: no white space, names ordered by UTF-16
// code units, shortest escapes. Arrays, fractions, booleans and null are left out on purpose: a
// record needs none. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guong::ledger {

struct Member;
using Object = std::vector<Member>;
using Value = std::variant<std::string, std::int64_t, Object>;
struct Member {
  std::string name;
  Value value;
};

/// Whether `a` stands before `b` in an object.
bool name_before(std::string_view a, std::string_view b);

/// Throws Error{internal, "ledger.not_canonical"} on invalid UTF-8, a name used twice, or a number
/// that JSON readers would round (beyond 2^53 - 1).
std::string canonical_json(const Object& object);
/// The object, when the text is exactly its canonical form; nothing otherwise.
std::optional<Object> parse_canonical_json(std::string_view text);

}  // namespace guong::ledger
