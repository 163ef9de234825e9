// An account: a person who can sign in, known by an e-mail address or a phone number. Pure rules for what a
// person types, and the few things that other modules may ask or do. Any thread.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/error.h"
#include "guong/base/ids.h"
#include "guong/base/messages.h"
#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::accounts {

inline constexpr std::size_t kNameMax = 100;
inline constexpr std::size_t kPasswordMin = 10;
inline constexpr std::size_t kPasswordMax = 128;

/// What a person signs in with, in its one normal form: "ten@vidu.vn" in lower case, or "0905123456".
struct Identifier {
  enum class Kind { email, phone } kind = Kind::email;
  std::string text;
  friend bool operator==(const Identifier&, const Identifier&) = default;
};
/// Reads an e-mail address or a Vietnamese phone number ("+84 905 123 456", "0905.123.456"). Nothing when it
/// is neither.
std::optional<Identifier> parse_identifier(std::string_view text);

/// Trimmed, single spaces; empty when it cannot be a name (no letter).
std::string clean_name(std::string_view text);
/// 10 to 128 characters, and not what the person signs in with.
std::vector<Fault> password_faults(std::string_view password, std::span<const Identifier> identifiers,
                                   std::string_view pointer);

struct Account {
  AccountId id;
  std::optional<std::string> email, phone;
  std::string name;
  std::optional<UnitId> unit;
  Lang lang = Lang::vi;
  bool closed = false;
  Timestamp created_at;
  Revision revision;
};
std::vector<Identifier> identifiers_of(const Account& account);

struct NewAccount {
  Identifier identifier;
  std::string name;
  std::string password_hash;  // of hash_password(), made outside the transaction
  Lang lang = Lang::vi;
  std::optional<UnitId> unit;
};
/// Error{conflict, "accounts.identifier_taken"} when there is one already.
AccountId create_account(store::Tx& tx, Random& random, Timestamp now, const NewAccount& account);
std::optional<AccountId> find_by_identifier(store::Reader& reader, const Identifier& identifier);
/// Ends every session too.
void set_password(store::Tx& tx, AccountId account, std::string_view password_hash);

struct AccountBrief {
  AccountId id;
  std::string name;
  std::optional<UnitId> unit;
  Lang lang = Lang::vi;
};
std::optional<AccountBrief> find_account(store::Reader& reader, AccountId id);
/// What the account signs in with.
std::vector<Identifier> account_identifiers(store::Reader& reader, AccountId id);
/// One query for up to 200 ids; unknown ones are left out.
std::map<AccountId, std::string> account_names(store::Reader& reader, std::span<const AccountId> ids);

/// Forgets expired sessions and old counts of failed sign-ins. Called now and then by `app`.
void prune(store::Tx& tx, Timestamp now);

}  // namespace guong::accounts
