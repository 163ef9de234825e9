// Registering and changing. Nothing here tells a stranger whether an account exists.
#include "accounts/account_service.h"

#include "accounts/limiter.h"
#include "accounts/limiter_store.h"
#include "accounts/member_service.h"
#include "accounts/notices.h"
#include "accounts/reset_service.h"
#include "accounts/session_store.h"
#include "guong/accounts/operator.h"
#include "guong/api/record.h"

namespace guong::accounts {
AccountId create_account(store::Tx& tx, Random& random, Timestamp now, const NewAccount& account) {
  if (find_by_identifier(tx, account.identifier))
    throw Error(ErrorKind::conflict, "accounts.identifier_taken");
  const auto id = random.id<AccountId>();
  insert_account(tx, id, now, account);
  return id;
}

std::vector<Identifier> account_identifiers(store::Reader& reader, AccountId id) {
  const auto account = load_account(reader, id);
  return account ? identifiers_of(*account) : std::vector<Identifier>{};
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
  const auto guard = guarded(context.keys, kRegisterClient, client);
  if (const auto wait = count_attempt(tx, guard, context.now)) refuse_for(*wait);
}

void register_account(store::Tx& tx, const api::UseCaseContext& context, const NewAccount& account) {
  if (!find_by_identifier(tx, account.identifier))
    insert_account(tx, context.random.id<AccountId>(), context.now, account);
}

void update_me(store::Tx& tx, const api::UseCaseContext& context, Revision expected,
               const ProfileChange& change) {
  if (change.unit && !unit_exists(tx, *change.unit)) refuse_if_any({{"/unit", "accounts.no_such_unit", {}}});
  if (!update_profile(tx, context.actor.account, expected, change.name, change.unit, change.lang))
    throw Error(ErrorKind::stale, "base.stale");
  leave_units(tx, context, change.unit);
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
