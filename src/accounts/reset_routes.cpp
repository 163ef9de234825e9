// HTTP of forgotten passwords. Administrators hand the link on: no mail server is needed, and the answer to a
// request is the same whether the account exists or not.
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/limiter.h"
#include "accounts/reset_service.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"
#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

http::Response request_password_reset(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto identifier = read_identifier(fields);
  fields.done();
  call.write([&](store::Tx& tx) { request_reset(tx, call.context(), *identifier, call.request().client); });
  return api::json_answer({{"message", message("accounts.reset_requested", call.lang())}}, 202);
}

http::Response list_password_resets(api::ReadCall& call) {
  const auto resets_after = [&](const ResetCursor& after, int limit) {
    return call.read([&](store::Reader& reader) {
      return list_resets(reader, call.now(), call.now() - kResetRequestLife, after, limit);
    });
  };
  const auto page =
      api::page_after(call.cursor<ResetCursor>(), call.limit(), resets_after, [](const Reset& reset) {
        return ResetCursor{reset.requested_at, reset.id};
      });
  std::vector<json> items;
  for (const auto& reset : page.lines) items.push_back(reset_json(reset, call.now()));
  return api::list_answer(std::move(items), page.next);
}

http::Response make_password_reset_link(api::WriteCall& call) {
  const auto id = call.path_id<ResetId>("reset");
  const auto link = call.write([&](store::Tx& tx) { return make_reset_link(tx, call.context(), id); });
  if (!link) return api::json_answer({{"message", message("accounts.reset_waits", call.lang())}}, 202);
  return api::json_answer({{"link", call.services().base_url + "/app/password-resets#" + link->token},
                           {"token", link->token},
                           {"expires_at", to_rfc3339(link->expires_at)}},
                          201);
}

http::Response approve_password_reset(api::WriteCall& call) {
  const auto id = call.path_id<ResetId>("reset");
  call.write([&](store::Tx& tx) { approve_reset(tx, call.context(), id); });
  return api::no_content();
}

http::Response cancel_password_resets(api::WriteCall& call) {
  call.write([&](store::Tx& tx) { cancel_resets(tx, call.context()); });
  return api::no_content();
}

/// Hashing is work that strangers can ask for: counted by address before anything else.
http::Response redeem_password_reset(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto token = fields.text("token", 200);
  const auto password = fields.text("password", 1024);
  fields.done();
  const auto guard = guarded(call.context().keys, kTokenClient, call.request().client);
  const auto wait = call.write([&](store::Tx& tx) { return count_attempt(tx, guard, call.now()); });
  if (wait) refuse_for(*wait);
  const auto account = call.read([&](store::Reader& reader) -> std::optional<Account> {
    const auto id = find_reset(reader, sha256(token), call.now());
    return id ? load_account(reader, *id) : std::nullopt;
  });
  if (!account) throw Error(ErrorKind::not_found, "accounts.reset_link_gone");
  refuse_if_any(password_faults(password, identifiers_of(*account), "/password"));
  const auto hash = hash_password(password);
  call.write([&](store::Tx& tx) { redeem_reset(tx, call.context(), token, hash); });
  // Whoever holds the link is the owner: wrong passwords of others must not keep them out any longer.
  auto answer = api::no_content();
  answer.set("Set-Cookie", device_cookie(call, account->id));
  return answer;
}

using api::Role;
constexpr auto kAdministrator = api::only(Role::administrator);
/// Over whom they may is the use case's to check.
constexpr auto kApprovers =
    api::any_of(Role::administrator | Role::inspector | Role::organiser | Role::secretary | Role::head);
constexpr api::Route kRoutes[] = {
    api::post("/api/password-resets", "requestPasswordReset", api::kAnyone, request_password_reset),
    api::get("/api/password-resets", "listPasswordResets", kAdministrator, list_password_resets),
    api::heavy(
        api::post("/api/password-resets/redeem", "redeemPasswordReset", api::kAnyone, redeem_password_reset)),
    api::post("/api/password-resets/{reset}/link", "makePasswordResetLink", kAdministrator,
              make_password_reset_link),
    api::post("/api/password-resets/{reset}/approve", "approvePasswordReset", kApprovers,
              approve_password_reset),
    api::del("/api/me/password-resets", "cancelPasswordResets", api::kSignedIn, cancel_password_resets),
};

}  // namespace

std::span<const api::Route> reset_routes() { return kRoutes; }

}  // namespace guong::accounts
