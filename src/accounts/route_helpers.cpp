// Identifiers and cookies, as every route file of this module reads and writes them.
#include "accounts/route_helpers.h"

#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"
#include "accounts/known_device.h"
#include "guong/accounts/session.h"
#include "guong/base/crypto.h"

namespace guong::accounts {

std::optional<Identifier> read_identifier(api::FieldReader& fields) {
  const auto text = fields.text("identifier", 254);
  auto identifier = parse_identifier(text);
  if (!text.empty() && !identifier)
    fields.add({fields.pointer() + "/identifier", "accounts.identifier_wrong", {}});
  return identifier;
}

namespace {

/// Seals what a browser keeps of somebody's unsent work: only who is signed in as them gets it.
std::string device_key(const api::Keys& keys, AccountId id) {
  return to_base64url(as_text(hmac_sha256(keys.seal, "device:" + std::to_string(id.value))));
}

std::string cookie(const api::ReadCall& call, const std::string& name, std::string_view value,
                   Duration life) {
  std::string cookie = name + "=" + std::string(value) +
                       "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life.micros / 1'000'000);
  // A proxy may forget to say how it was reached; the address that the operator gave cannot.
  if (call.services().base_url.starts_with("https://") || call.request().secure) cookie += "; Secure";
  return cookie;
}

}  // namespace

http::Response own_account_answer(store::Reader& reader, const api::ReadCall& call, AccountId id) {
  const auto account = load_account(reader, id);
  if (!account) throw Error::not_found();
  const auto roles = held_grants(reader, id, call.now());
  const auto of_unit = account->unit ? membership(reader, id, *account->unit) : Membership{};
  auto body =
      own_account_json(*account, of_unit, roles, contest_names(reader, roles), unseen_notices(reader, id));
  body["device_key"] = device_key(call.services().keys, id);
  return api::json_answer(body, account->revision);
}

std::string session_cookie(const api::ReadCall& call, std::string_view token, Duration life) {
  return cookie(call, session_cookie_name(call.services().base_url), token, life);
}

std::string device_marks(const api::ReadCall& call) {
  return call.request().cookie(device_cookie_name(call.services().base_url)).value_or("");
}

std::string device_cookie(const api::ReadCall& call, AccountId account) {
  const auto marks = remember_device(call.context(), device_marks(call), account);
  return cookie(call, device_cookie_name(call.services().base_url), marks, kDeviceLife);
}

}  // namespace guong::accounts
