// Rows of password_reset: requests of people who forgot their password, and the one-time links that
// administrators make for them.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "guong/accounts/account.h"

namespace guong::accounts {

using ResetId = Id<struct ResetTag>;
inline constexpr Duration kResetRequestLife = days(7);
inline constexpr Duration kResetLinkLife = hours(24);

struct Reset {
  ResetId id;
  AccountId account;
  std::string name;
  std::optional<std::string> email, phone;
  Timestamp requested_at;
  std::optional<Timestamp> link_expires_at;
  std::int64_t approvals = 0;
  bool needs_two = false;  // the person holds a role, or is to hold one
};

void insert_reset(store::Tx& tx, ResetId id, AccountId account, Timestamp now);
/// Whether a request since `since` is still unused.
bool has_open_reset(store::Reader& reader, AccountId account, Timestamp since);
struct ResetCursor {
  Timestamp requested_at;
  ResetId id;
  static auto parts(auto& cursor) { return std::tie(cursor.requested_at, cursor.id); }
};
/// Unused requests since `since`.
std::vector<Reset> list_resets(store::Reader& reader, Timestamp now, Timestamp since,
                               const ResetCursor& after, int limit);
/// Those of people who hold a role in a contest that the account runs, and which it has not approved.
std::vector<Reset> contest_resets(store::Reader& reader, AccountId account, Timestamp now, Timestamp since,
                                  int limit);
/// False when the account has approved it before.
bool insert_approval(store::Tx& tx, ResetId id, AccountId account, Timestamp now);
bool has_approved(store::Reader& reader, ResetId id, AccountId account);
std::int64_t approvals(store::Reader& reader, ResetId id);
/// The account of an unused request since `since`.
std::optional<AccountId> reset_account(store::Reader& reader, ResetId id, Timestamp since);
void set_reset_token(store::Tx& tx, ResetId id, const Digest& token_hash, Timestamp expires_at);
/// Marks the link as used; nothing when it is unknown, used or over.
std::optional<std::pair<ResetId, AccountId>> use_reset(store::Tx& tx, const Digest& token_hash,
                                                       Timestamp now);
/// Marks all of an account as used; gives how many there were.
std::int64_t end_resets(store::Tx& tx, AccountId account, Timestamp now);
/// Whose link this is, while it can be used.
std::optional<AccountId> find_reset(store::Reader& reader, const Digest& token_hash, Timestamp now);

}  // namespace guong::accounts
