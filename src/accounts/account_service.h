// Use cases around one's own account: register, change. Passwords are hashed by the caller,
// before the transaction.
#pragma once

#include <optional>
#include <string>

#include "accounts/account_store.h"
#include "guong/api/use_case_context.h"

namespace guong::accounts {

/// Counts the attempt before the password is hashed, which is dear; throws when the client is locked.
void begin_registration(store::Tx& tx, const api::UseCaseContext& context, std::string_view client);
/// Does nothing when the identifier is taken: nobody can find out accounts by registering.
void register_account(store::Tx& tx, const api::UseCaseContext& context, const NewAccount& account);

struct ProfileChange {
  std::string name;
  std::optional<UnitId> unit;
  Lang lang = Lang::vi;
};
void update_me(store::Tx& tx, const api::UseCaseContext& context, Revision expected,
               const ProfileChange& change);
/// Signs out everywhere else; open requests for a reset are gone.
void change_password(store::Tx& tx, const api::UseCaseContext& context, std::string_view password_hash);

}  // namespace guong::accounts
