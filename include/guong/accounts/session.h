// Who a request comes from: the session cookie, and the roles in force behind it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "guong/api/role.h"
#include "guong/base/random.h"
#include "guong/http/message.h"
#include "guong/store/store.h"

namespace guong::accounts {

/// How the session cookie is called: where people come by TLS, with the prefix for which browsers take it from
/// this one host only, and never without TLS.
std::string session_cookie_name(std::string_view base_url);
/// The account for which a page asks. A browser has one cookie for all its pages: when somebody else has signed
/// in beside a page that was left open, what it sends is nobody's.
inline constexpr std::string_view kAccountHeader = "guong-account";
inline constexpr Duration kSessionLife = days(30);

/// Finds who a request comes from: a stranger unless the cookie names a session in force. One query: session,
/// account and grants together.
std::function<api::Actor(store::Reader&, const http::Request&)> authenticator(std::string_view base_url);

/// Somebody as who they are now, without a request of theirs: for what they asked for and a job does. A stranger where
/// the account is no longer active.
api::Actor acting_account(store::Reader& reader, AccountId account, Timestamp now);

/// Opens a session and gives its token, of which only the hash is kept.
std::string open_session(store::Tx& tx, Random& random, Timestamp now, AccountId account,
                         std::string_view user_agent, std::string_view client);

/// Ends everybody's: those of a restored database may have been ended after it was copied.
void end_all_sessions(store::Tx& tx);

}  // namespace guong::accounts
