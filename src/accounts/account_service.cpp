// Registering, signing in, changing and resetting. Nothing here tells a stranger whether an account exists:
// not by its answer, and not by the time that it takes.
#include "accounts/account_service.h"

#include "accounts/limiter.h"
#include "accounts/limiter_store.h"
#include "accounts/reset_store.h"
#include "accounts/session_store.h"
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
}

void request_reset(store::Tx& tx, const api::UseCaseContext& context, const Identifier& identifier,
                   std::string_view client) {
  attempt(tx, context, kResetClient, client);
  const auto account = find_by_identifier(tx, identifier);
  if (account && !has_open_reset(tx, *account, context.now - kResetRequestLife))
    insert_reset(tx, context.random.id<ResetId>(), *account, context.now);
}

ResetLink make_reset_link(store::Tx& tx, const api::UseCaseContext& context, std::int64_t reset) {
  const auto account = reset_account(tx, ResetId{reset}, context.now - kResetRequestLife);
  if (!account) throw Error::not_found();
  ResetLink link{context.random.token(), context.now + kResetLinkLife};
  set_reset_token(tx, ResetId{reset}, sha256(link.token), link.expires_at);
  api::record(tx, context, "account.reset_link_made", std::nullopt, {}, {{"account", id_text(*account)}});
  return link;
}

void redeem_reset(store::Tx& tx, const api::UseCaseContext& context, std::string_view token,
                  std::string_view password_hash) {
  const auto id = use_reset(tx, sha256(token), context.now);
  if (!id) throw Error(ErrorKind::not_found, "accounts.reset_link_gone");
  set_password(tx, *id, password_hash);
  // Whoever holds the link is the owner: a guesser's lock must not keep them out any longer.
  const auto account = load_account(tx, *id);
  for (const auto& identifier : identifiers_of(*account))
    clear_attempts(tx, guarded(context.keys, kSignInIdentifier, identifier.text));
}

void prune(store::Tx& tx, Timestamp now) {
  delete_sessions_before(tx, now);
  delete_counts_before(tx, now - days(1));
}

}  // namespace guong::accounts
