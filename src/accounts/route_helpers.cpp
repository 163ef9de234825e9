// Identifiers and the session cookie, as every route file of this module reads and writes them.
#include "accounts/route_helpers.h"

#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"

namespace guong::accounts {

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
