// Cursors, identifiers and the session cookie, as every route file of this module reads and writes them.
#include "accounts/route_helpers.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"

namespace guong::accounts {
namespace {

[[noreturn]] void wrong_cursor() { throw Error(ErrorKind::malformed, "api.cursor_wrong"); }

}  // namespace

std::vector<std::string> cursor_parts(const api::ReadCall& call, std::size_t count) {
  const auto text = call.cursor();
  if (text.empty()) return {};
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == ':')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  if (parts.size() != count) wrong_cursor();
  return parts;
}

std::int64_t cursor_number(const std::string& part) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
  if (error != std::errc{} || end != part.data() + part.size()) wrong_cursor();
  return number;
}

GrantCursor grant_cursor(const api::ReadCall& call) {
  const auto parts = cursor_parts(call, 3);
  if (parts.empty()) return {};
  return {parts[0], AccountId{cursor_number(parts[1])}, GrantId{cursor_number(parts[2])}};
}

std::pair<Timestamp, std::int64_t> time_cursor(const api::ReadCall& call) {
  const auto parts = cursor_parts(call, 2);
  if (parts.empty()) return {};
  return {Timestamp{cursor_number(parts[0])}, cursor_number(parts[1])};
}

std::optional<Identifier> read_identifier(api::FieldReader& fields) {
  const auto text = fields.text("identifier", 254);
  auto identifier = parse_identifier(text);
  if (!text.empty() && !identifier)
    fields.add({fields.pointer() + "/identifier", "accounts.identifier_wrong", {}});
  return identifier;
}

http::Response own_account_answer(store::Reader& reader, AccountId id, Timestamp now) {
  const auto account = load_account(reader, id);
  if (!account) throw Error::not_found();
  const auto roles = held_grants(reader, id, now);
  return api::json_answer(own_account_json(*account, roles, contest_names(reader, roles)), account->revision);
}

std::string session_cookie(const http::Request& request, std::string_view token, Duration life) {
  std::string cookie = "guong_session=" + std::string(token) +
                       "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life.micros / 1'000'000);
  if (request.secure) cookie += "; Secure";
  return cookie;
}

}  // namespace guong::accounts
