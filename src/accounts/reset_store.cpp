// SQL of password resets. A link is stored as the hash of its token and marked used in the transaction that
// sets the password.
#include "accounts/reset_store.h"

namespace guong::accounts {

void insert_reset(store::Tx& tx, ResetId id, AccountId account, Timestamp now) {
  tx.exec(R"(insert into password_reset (id, account_id, requested_at) values ($1, $2, $3))",
          {id, account, now});
}

bool has_open_reset(store::Reader& reader, AccountId account, Timestamp since) {
  return reader.number(R"(select count(*) from password_reset
where account_id = $1 and requested_at > $2 and used_at is null)",
                       {account, since}) != 0;
}

std::vector<Reset> list_resets(store::Reader& reader, Timestamp since, const ResetCursor& after, int limit) {
  return reader.all(R"(select r.id, r.account_id, a.name, a.email, a.phone, r.requested_at, r.expires_at
from password_reset r
join account a on a.id = r.account_id
where r.requested_at > $1 and (r.requested_at, r.id) > ($2, $3) and r.used_at is null
order by r.requested_at, r.id limit $4)",
                    {since, after.requested_at, after.id, limit}, [](const store::Row& row) {
                      return Reset{row.id<ResetId>(0), row.id<AccountId>(1), row.text(2),    row.opt_text(3),
                                   row.opt_text(4),    row.time(5),          row.opt_time(6)};
                    });
}

std::optional<AccountId> reset_account(store::Reader& reader, ResetId id, Timestamp since) {
  return reader.one(
      R"(select account_id from password_reset where id = $1 and requested_at > $2 and used_at is null)",
      {id, since}, [](const store::Row& row) { return row.id<AccountId>(0); });
}

void set_reset_token(store::Tx& tx, ResetId id, const Digest& token_hash, Timestamp expires_at) {
  tx.exec(R"(update password_reset set token_hash = $2, expires_at = $3 where id = $1)",
          {id, token_hash, expires_at});
}

std::optional<AccountId> find_reset(store::Reader& reader, const Digest& token_hash, Timestamp now) {
  return reader.one(R"(select account_id from password_reset
where token_hash = $1 and expires_at > $2 and used_at is null)",
                    {token_hash, now}, [](const store::Row& row) { return row.id<AccountId>(0); });
}

std::optional<AccountId> use_reset(store::Tx& tx, const Digest& token_hash, Timestamp now) {
  const auto account = find_reset(tx, token_hash, now);
  if (account) tx.exec(R"(update password_reset set used_at = $2 where token_hash = $1)", {token_hash, now});
  return account;
}

}  // namespace guong::accounts
