// Only the hash of a session's token is stored: a copy of the database signs nobody in.
#include "guong/accounts/session.h"

#include "accounts/session_store.h"
#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

constexpr std::size_t kUserAgentKept = 200;

std::string cut(std::string_view text, std::size_t max) {
  std::string out;
  for (const char c : text.substr(0, max))
    if (c >= 0x20 && c < 0x7f) out += c;
  return out;
}

}  // namespace

std::string session_cookie_name(std::string_view base_url) {
  return base_url.starts_with("https://") ? "__Host-guong_session" : "guong_session";
}

std::function<api::Actor(store::Reader&, const http::Request&)> authenticator(std::string_view base_url) {
  return [name = session_cookie_name(base_url)](store::Reader& reader, const http::Request& request) {
    const auto token = request.cookie(name);
    if (!token || token->empty()) return api::Actor{};
    auto actor = load_actor(reader, sha256(*token), request.received);
    const auto meant = request.header(kAccountHeader);
    return meant && *meant != std::to_string(actor.account.value) ? api::Actor{} : actor;
  };
}

api::Actor acting_account(store::Reader& reader, AccountId account, Timestamp now) {
  return load_account_actor(reader, account, now);
}

std::string open_session(store::Tx& tx, Random& random, Timestamp now, AccountId account,
                         std::string_view user_agent, std::string_view client) {
  auto token = random.token();
  insert_session(
      tx,
      {random.id<SessionId>(), now, now + kSessionLife, cut(user_agent, kUserAgentKept), std::string(client)},
      account, sha256(token));
  return token;
}

void end_all_sessions(store::Tx& tx) { delete_all_sessions(tx); }

}  // namespace guong::accounts
