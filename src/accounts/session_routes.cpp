// HTTP of signing in and out, and of the list of one's own sessions.
#include <nlohmann/json.hpp>

#include "accounts/account_service.h"
#include "accounts/account_views.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

/// One answer for a wrong password and for an account that does not exist.
http::Response sign_in(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto typed = fields.text("identifier", 254);
  const auto password = fields.text("password", 1024);
  fields.done();
  const auto identifier = parse_identifier(typed);
  // Text that is no identifier is counted and checked like one: the answer and its time tell nothing.
  const auto subject = identifier ? identifier->text : typed;
  const auto& client = call.request().client;

  call.write([&](store::Tx& tx) { begin_sign_in(tx, call.context(), subject, client); });
  const auto known = call.read([&](store::Reader& reader) {
    return load_credentials(reader, identifier.value_or(Identifier{Identifier::Kind::email, ""}));
  });
  if (!password_opens(known, password)) throw Error(ErrorKind::unauthenticated, "accounts.sign_in_refused");

  const auto agent = call.request().header("user-agent").value_or("");
  std::string token;
  auto answer = call.write([&](store::Tx& tx) {
    if (call.actor().session) delete_session(tx, call.actor().account, call.actor().session);
    token = finish_sign_in(tx, call.context(), known->account, subject, agent, client);
    return own_account_answer(tx, call, known->account);
  });
  answer.set("Set-Cookie", session_cookie(call, token, kSessionLife));
  return answer;
}

http::Response signed_out(const api::WriteCall& call) {
  auto answer = api::no_content();
  answer.set("Set-Cookie", session_cookie(call, "", {}));
  return answer;
}

http::Response sign_out(api::WriteCall& call) {
  call.write([&](store::Tx& tx) { delete_session(tx, call.actor().account, call.actor().session); });
  return signed_out(call);
}

http::Response sign_out_everywhere(api::WriteCall& call) {
  call.write([&](store::Tx& tx) { delete_sessions(tx, call.actor().account); });
  return signed_out(call);
}

http::Response revoke_session(api::WriteCall& call) {
  const auto id = call.path_id<SessionId>("session");
  const bool found = call.write([&](store::Tx& tx) { return delete_session(tx, call.actor().account, id); });
  if (!found) throw Error::not_found();
  return api::no_content();
}

http::Response list_own_sessions(api::ReadCall& call) {
  const auto sessions = call.read(
      [&](store::Reader& reader) { return list_sessions(reader, call.actor().account, call.now()); });
  std::vector<json> items;
  for (const auto& session : sessions) items.push_back(session_json(session, call.actor().session));
  return api::list_answer(std::move(items));
}

constexpr api::Route kRoutes[] = {
    api::heavy(api::post("/api/sessions", "signIn", api::kAnyone, sign_in)),
    api::get("/api/sessions", "listSessions", api::kSignedIn, list_own_sessions),
    api::del("/api/sessions", "signOutEverywhere", api::kSignedIn, sign_out_everywhere),
    api::del("/api/sessions/current", "signOut", api::kSignedIn, sign_out),
    api::del("/api/sessions/{session}", "revokeSession", api::kSignedIn, revoke_session),
};

}  // namespace

std::span<const api::Route> session_routes() { return kRoutes; }

}  // namespace guong::accounts
