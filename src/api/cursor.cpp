// Cursors as text: base64url of a JSON array, which holds any text and tells a number from one.
#include "guong/api/cursor.h"

#include <nlohmann/json.hpp>

#include "guong/base/bytes.h"
#include "guong/base/error.h"

namespace guong::api {
namespace {

using nlohmann::json;

[[noreturn]] void refuse() { throw Error(ErrorKind::malformed, "api.cursor_wrong"); }

CursorPart part_of(const json& part) {
  if (part.is_number_integer()) return part.get<std::int64_t>();
  if (!part.is_string()) refuse();
  auto text = part.get<std::string>();
  if (text.find('\0') != std::string::npos) refuse();
  return text;
}

template <class T>
const T& get(const CursorPart& part) {
  const T* value = std::get_if<T>(&part);
  if (!value) refuse();
  return *value;
}

}  // namespace

std::string join_cursor(const std::vector<CursorPart>& parts) {
  json list = json::array();
  for (const auto& part : parts) std::visit([&](const auto& plain) { list.push_back(plain); }, part);
  return to_base64url(list.dump());
}

std::vector<CursorPart> split_cursor(std::string_view text, std::size_t count) {
  const auto bytes = from_base64url(text);
  if (!bytes) refuse();
  const auto list = json::parse(as_text(*bytes), nullptr, false);
  if (!list.is_array() || list.size() != count) refuse();
  std::vector<CursorPart> parts;
  for (const auto& part : list) parts.push_back(part_of(part));
  // What reads alike but is written otherwise (spaces, a number that is too large) is not ours.
  if (join_cursor(parts) != text) refuse();
  return parts;
}

void set_part(std::string& text, const CursorPart& part) { text = get<std::string>(part); }

void set_part(std::int64_t& number, const CursorPart& part) { number = get<std::int64_t>(part); }

void set_part(int& number, const CursorPart& part) {
  const auto wide = get<std::int64_t>(part);
  if (!std::in_range<int>(wide)) refuse();
  number = static_cast<int>(wide);
}

}  // namespace guong::api
