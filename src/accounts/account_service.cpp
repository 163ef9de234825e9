#include "accounts/account_service.h"

#include "accounts/limiter.h"
#include "accounts/limiter_store.h"
#include "accounts/reset_store.h"
#include "accounts/session_store.h"
#include "guong/base/crypto.h"
#include "guong/store/log.h"

namespace guong::accounts {
namespace {

/// Of a password nobody has; with the parameters of hash_password(), so that checking it takes as long as checking a real one.
const std::string& nobodys_hash() {
  static const std::string hash = hash_password(system_random().token());
  return hash;
}

void attempt(store::Tx& tx, const api::Act& act, const Policy& policy, std::string_view who) {
  if (const auto wait = count_attempt(tx, guarded(act.keys, policy, who), act.now)) refuse_for(*wait);
}

}  // namespace

AccountId create_account(store::Tx& tx, Random& random, Timestamp now, const NewAccount& account) {
  if (find_by_identifier(tx, account.identifier)) throw Error(ErrorKind::conflict, "accounts.identifier_taken");
  const auto id = random.id<AccountId>();
  insert_account(tx, id, now, account);
  return id;
}

void set_password(store::Tx& tx, AccountId account, std::string_view password_hash) {
  update_password(tx, account, password_hash);
  delete_sessions(tx, account);
}

void register_account(store::Tx& tx, const api::Act& act, const NewAccount& account, std::string_view client) {
  attempt(tx, act, kRegisterClient, client);
  if (!find_by_identifier(tx, account.identifier)) insert_account(tx, act.random.id<AccountId>(), act.now, account);
}

void begin_sign_in(store::Tx& tx, const api::Act& act, std::string_view identifier, std::string_view client) {
  attempt(tx, act, kSignInIdentifier, identifier);
  attempt(tx, act, kSignInClient, client);
}

bool password_opens(const std::optional<Credentials>& credentials, std::string_view password) {
  const auto& nobodys = nobodys_hash();  // made now in either case
  return password_matches(credentials ? credentials->password_hash : nobodys, password) && credentials;
}

std::string finish_sign_in(store::Tx& tx, const api::Act& act, AccountId account, std::string_view identifier,
                           std::string_view user_agent, std::string_view client) {
  clear_attempts(tx, guarded(act.keys, kSignInIdentifier, identifier));
  uncount_attempt(tx, guarded(act.keys, kSignInClient, client));
  return open_session(tx, act.random, act.now, account, user_agent, client);
}

void update_me(store::Tx& tx, const api::Act& act, Revision expected, const ProfileChange& change) {
  if (change.unit && !unit_exists(tx, *change.unit)) refuse_if_any({{"/unit", "accounts.no_such_unit", {}}});
  if (!update_profile(tx, act.actor.account, expected, change.name, change.unit, change.lang))
    throw Error(ErrorKind::stale, "base.stale");
}

void change_password(store::Tx& tx, const api::Act& act, std::string_view password_hash) {
  update_password(tx, act.actor.account, password_hash);
  delete_other_sessions(tx, act.actor.account, act.actor.session);
}

void request_reset(store::Tx& tx, const api::Act& act, const Identifier& identifier, std::string_view client) {
  attempt(tx, act, kResetClient, client);
  const auto account = find_by_identifier(tx, identifier);
  if (account && !has_open_reset(tx, *account, act.now - kResetRequestLife))
    insert_reset(tx, act.random.id<ResetId>(), *account, act.now);
}

ResetLink make_reset_link(store::Tx& tx, const api::Act& act, std::int64_t reset) {
  const auto account = reset_account(tx, ResetId{reset}, act.now - kResetRequestLife);
  if (!account) throw Error(ErrorKind::not_found, "base.not_found");
  ResetLink link{act.random.token(), act.now + kResetLinkLife};
  set_reset_token(tx, ResetId{reset}, sha256(link.token), link.expires_at);
  store::append_record(tx, act.random, act.keys.seal,
                       {"account.reset_link_made",
                        act.now,
                        std::nullopt,
                        {},
                        {{"actor", std::to_string(act.actor.account.value)}, {"account", std::to_string(account->value)}}});
  return link;
}

void redeem_reset(store::Tx& tx, const api::Act& act, std::string_view token, std::string_view password_hash) {
  const auto id = use_reset(tx, sha256(token), act.now);
  if (!id) throw Error(ErrorKind::not_found, "accounts.reset_link_gone");
  set_password(tx, *id, password_hash);
  const auto account = load_account(tx, *id);
  for (const auto& identifier : identifiers_of(*account))
    clear_attempts(tx, guarded(act.keys, kSignInIdentifier, identifier.text));
}

void prune(store::Tx& tx, Timestamp now) {
  delete_sessions_before(tx, now);
  delete_counts_before(tx, now - days(1));
}

}  // namespace guong::accounts
