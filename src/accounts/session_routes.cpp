// HTTP of signing in and out, and of the list of one's own sessions.
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/known_device.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"
#include "accounts/session_store.h"
#include "accounts/sign_in.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

std::optional<Proof> read_proof(api::FieldReader& fields) {
  const auto& body = fields.raw("proof", false);
  if (body.is_null()) return std::nullopt;
  api::FieldReader given(body, "/proof");
  Proof proof{given.text("challenge", 64), given.text("answer", 20)};
  for (auto& fault : given.faults()) fields.add(std::move(fault));
  return proof;
}

http::Response proof_needed(const api::ReadCall& call, const ProofNeeded& needed) {
  const auto& [challenge, bits, expires_at] = needed.challenge;
  return api::problem(
      needed, call.lang(),
      {{"proof", {{"challenge", challenge}, {"bits", bits}, {"expires_at", to_rfc3339(expires_at)}}}});
}

/// One answer for a wrong password and for an account that does not exist.
http::Response signed_in(api::WriteCall& call, SignInTry attempt, const std::optional<Identifier>& identifier,
                         std::string_view password) {
  const auto known = call.read([&](store::Reader& reader) {
    return load_credentials(reader, identifier.value_or(Identifier{Identifier::Kind::email, ""}));
  });
  attempt.device = known_device(call.context(), device_marks(call), known ? known->account : AccountId{});
  call.write([&](store::Tx& tx) { begin_sign_in(tx, call.context(), attempt); });
  if (!password_opens(known, password)) throw Error(ErrorKind::unauthenticated, "accounts.sign_in_refused");

  const auto agent = call.request().header("user-agent").value_or("");
  std::string token;
  auto answer = call.write([&](store::Tx& tx) {
    if (call.actor().session) delete_session(tx, call.actor().account, call.actor().session);
    token = finish_sign_in(tx, call.context(), known->account, attempt, agent);
    return own_account_answer(tx, call, known->account);
  });
  answer.set("Set-Cookie", session_cookie(call, token, kSessionLife));
  answer.set("Set-Cookie", device_cookie(call, known->account));
  return answer;
}

http::Response sign_in(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto typed = fields.text("identifier", 254);
  const auto password = fields.text("password", 1024);
  auto proof = read_proof(fields);
  fields.done();
  const auto identifier = parse_identifier(typed);
  // Text that is no identifier is counted and checked like one: the answer and its time tell nothing.
  SignInTry attempt{identifier ? identifier->text : typed, call.request().client, {}, std::move(proof)};
  try {
    return signed_in(call, std::move(attempt), identifier, password);
  } catch (const ProofNeeded& needed) {
    return proof_needed(call, needed);
  }
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
