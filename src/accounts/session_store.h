// Rows of session, and the actor behind a session's token.
#pragma once

#include <optional>
#include <vector>

#include "guong/accounts/session.h"
#include "guong/store/store.h"

namespace guong::accounts {

struct Session {
  SessionId id;
  Timestamp created_at, expires_at;
  std::string user_agent, client;
};

void insert_session(store::Tx& tx, const Session& session, AccountId account, const Digest& token_hash);
/// Newest first, at most 200.
std::vector<Session> list_sessions(store::Reader& reader, AccountId account, Timestamp now);
/// Of the sessions that are still known.
std::optional<Timestamp> last_sign_in(store::Reader& reader, AccountId account);
/// False when there is no such session of this account.
bool delete_session(store::Tx& tx, AccountId account, SessionId session);
void delete_sessions(store::Tx& tx, AccountId account);
void delete_other_sessions(store::Tx& tx, AccountId account, SessionId keep);
void delete_all_sessions(store::Tx& tx);
void delete_sessions_before(store::Tx& tx, Timestamp time);
api::Actor load_actor(store::Reader& reader, const Digest& token_hash, Timestamp now);
/// Of an account, with the roles that it holds now.
api::Actor load_account_actor(store::Reader& reader, AccountId account, Timestamp now);

}  // namespace guong::accounts
