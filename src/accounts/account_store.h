// Rows of account and account_word.
#pragma once

#include "guong/accounts/account.h"

namespace guong::accounts {

struct Credentials {
  AccountId account;
  std::string password_hash;
};

void insert_account(store::Tx& tx, AccountId id, Timestamp now, const NewAccount& account);
std::optional<Account> load_account(store::Reader& reader, AccountId id);
/// Of active accounts only.
std::optional<Credentials> load_credentials(store::Reader& reader, const Identifier& identifier);
std::optional<std::string> load_password_hash(store::Reader& reader, AccountId id);
void update_password(store::Tx& tx, AccountId id, std::string_view password_hash);
/// Rows changed: none when the revision is another.
std::int64_t update_profile(store::Tx& tx, AccountId id, Revision expected, std::string_view name,
                            std::optional<UnitId> unit, Lang lang);
bool unit_exists(store::Reader& reader, UnitId id);
/// In the order of ids, after `after`. `words` are folded and match beginnings of words of the name; at most
/// three are looked at.
std::vector<Account> search_accounts(store::Reader& reader, const std::vector<std::string>& words,
                                     AccountId after, int limit);

}  // namespace guong::accounts
