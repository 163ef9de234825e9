// Registering, signing in and changing. Nothing here tells a stranger whether an account exists:
// not by its answer, and not by the time that it takes.
#include "accounts/account_service.h"

#include "accounts/limiter.h"
#include "accounts/limiter_store.h"
#include "accounts/notices.h"
#include "accounts/reset_service.h"
#include "accounts/session_store.h"
#include "guong/accounts/operator.h"
#include "guong/api/record.h"
#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

/// Of a password nobody has; with the parameters of hash_password(), so that checking it takes as long as
/// checking a real one.
const std::string& nobodys_hash() {
  static const std::string hash = hash_password(system_random().token());
  return hash;
}

void attempt(store::Tx& tx, const api::UseCaseContext& context, const Policy& policy, std::string_view who) {
  if (const auto wait = count_attempt(tx, guarded(context.keys, policy, who), context.now)) refuse_for(*wait);
}

}  // namespace

AccountId create_account(store::Tx& tx, Random& random, Timestamp now, const NewAccount& account) {
  if (find_by_identifier(tx, account.identifier))
    throw Error(ErrorKind::conflict, "accounts.identifier_taken");
  const auto id = random.id<AccountId>();
  insert_account(tx, id, now, account);
  return id;
}

void set_password(store::Tx& tx, AccountId account, std::string_view password_hash) {
  update_password(tx, account, password_hash);
  delete_sessions(tx, account);
}

void set_password_by_operator(store::Tx& tx, const api::UseCaseContext& context, AccountId account,
                              std::string_view password_hash) {
  set_password(tx, account, password_hash);
  api::record(tx, context, "account.password_set_by_operator", std::nullopt, {},
              {{"account", id_text(account)}});
  tell_owner(tx, context, {account, "password.set_by_operator"});
}

void begin_registration(store::Tx& tx, const api::UseCaseContext& context, std::string_view client) {
  attempt(tx, context, kRegisterClient, client);
}

void register_account(store::Tx& tx, const api::UseCaseContext& context, const NewAccount& account) {
  if (!find_by_identifier(tx, account.identifier))
    insert_account(tx, context.random.id<AccountId>(), context.now, account);
}

void begin_sign_in(store::Tx& tx, const api::UseCaseContext& context, std::string_view identifier,
                   std::string_view client) {
  attempt(tx, context, kSignInIdentifier, identifier);
  attempt(tx, context, kSignInClient, client);
}

bool password_opens(const std::optional<Credentials>& credentials, std::string_view password) {
  const auto& nobodys = nobodys_hash();  // made now in either case
  return password_matches(credentials ? credentials->password_hash : nobodys, password) && credentials;
}

std::string finish_sign_in(store::Tx& tx, const api::UseCaseContext& context, AccountId account,
                           std::string_view identifier, std::string_view user_agent,
                           std::string_view client) {
  clear_attempts(tx, guarded(context.keys, kSignInIdentifier, identifier));
  uncount_attempt(tx, guarded(context.keys, kSignInClient, client));
  return open_session(tx, context.random, context.now, account, user_agent, client);
}

void update_me(store::Tx& tx, const api::UseCaseContext& context, Revision expected,
               const ProfileChange& change) {
  if (change.unit && !unit_exists(tx, *change.unit)) refuse_if_any({{"/unit", "accounts.no_such_unit", {}}});
  if (!update_profile(tx, context.actor.account, expected, change.name, change.unit, change.lang))
    throw Error(ErrorKind::stale, "base.stale");
}

void change_password(store::Tx& tx, const api::UseCaseContext& context, std::string_view password_hash) {
  update_password(tx, context.actor.account, password_hash);
  delete_other_sessions(tx, context.actor.account, context.actor.session);
  tell_owner(tx, context, {context.actor.account, "password.changed"});
  cancel_resets(tx, context);
}

void prune(store::Tx& tx, Timestamp now) {
  delete_sessions_before(tx, now);
  delete_counts_before(tx, now - days(1));
}

}  // namespace guong::accounts
