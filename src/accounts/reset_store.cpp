// SQL of password resets. A link is stored as the hash of its token and marked used in the transaction that
// sets the password.
#include "accounts/reset_store.h"

namespace guong::accounts {
namespace {

Reset reset_of(const store::Row& row) {
  return {row.id<ResetId>(0), row.id<AccountId>(1), row.text(2), row.opt_text(3), row.opt_text(4),
          row.time(5),        row.opt_time(6),      row.i64(7),  row.i64(8) != 0};
}

std::optional<std::pair<ResetId, AccountId>> open_link(store::Reader& reader, const Digest& token_hash,
                                                       Timestamp now) {
  return reader.one(R"(select id, account_id from password_reset
where token_hash = $1 and expires_at > $2 and used_at is null)",
                    {token_hash, now}, [](const store::Row& row) {
                      return std::pair(row.id<ResetId>(0), row.id<AccountId>(1));
                    });
}

}  // namespace

void insert_reset(store::Tx& tx, ResetId id, AccountId account, Timestamp now) {
  tx.exec(R"(insert into password_reset (id, account_id, requested_at) values ($1, $2, $3))",
          {id, account, now});
}

bool has_open_reset(store::Reader& reader, AccountId account, Timestamp since) {
  return reader.number(R"(select count(*) from password_reset
where account_id = $1 and requested_at > $2 and used_at is null)",
                       {account, since}) != 0;
}

std::vector<Reset> list_resets(store::Reader& reader, Timestamp now, Timestamp since,
                               const ResetCursor& after, int limit) {
  return reader.all(R"(select r.id, r.account_id, a.name, a.email, a.phone, r.requested_at, r.expires_at,
  (select count(*) from reset_approval p where p.reset_id = r.id) as approvals,
  (select count(*) from role_grant g where g.account_id = a.id and (g.valid_to is null or g.valid_to > $5))
  + (select count(*) from role_proposal q where q.account_id = a.id) as roles
from password_reset r
join account a on a.id = r.account_id
where r.requested_at > $1 and (r.requested_at, r.id) > ($2, $3) and r.used_at is null
order by r.requested_at, r.id limit $4)",
                    {since, after.requested_at, after.id, limit, now}, reset_of);
}

std::vector<Reset> contest_resets(store::Reader& reader, AccountId account, Timestamp now, Timestamp since,
                                  int limit) {
  return reader.all(R"(select r.id, r.account_id, a.name, a.email, a.phone, r.requested_at, r.expires_at,
  (select count(*) from reset_approval p where p.reset_id = r.id) as approvals, 1 as roles
from password_reset r
join account a on a.id = r.account_id
where r.requested_at > $3 and r.used_at is null and r.account_id <> $1
  and not exists (select 1 from reset_approval p where p.reset_id = r.id and p.account_id = $1)
  and exists (select 1 from role_grant g
    join role_grant m on m.contest_id = g.contest_id
    where g.account_id = r.account_id and (g.valid_to is null or g.valid_to > $2)
      and m.account_id = $1 and m.role in ('organiser', 'secretary', 'head') and m.valid_from <= $2
      and (m.valid_to is null or m.valid_to > $2))
order by r.requested_at, r.id limit $4)",
                    {account, now, since, limit}, reset_of);
}

bool insert_approval(store::Tx& tx, ResetId id, AccountId account, Timestamp now) {
  return tx.exec(R"(insert into reset_approval (reset_id, account_id, approved_at) values ($1, $2, $3)
on conflict (reset_id, account_id) do nothing)",
                 {id, account, now}) != 0;
}

bool has_approved(store::Reader& reader, ResetId id, AccountId account) {
  return reader.number(R"(select count(*) from reset_approval where reset_id = $1 and account_id = $2)",
                       {id, account}) != 0;
}

std::int64_t approvals(store::Reader& reader, ResetId id) {
  return reader.number(R"(select count(*) from reset_approval where reset_id = $1)", {id});
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
  const auto found = open_link(reader, token_hash, now);
  return found ? std::optional(found->second) : std::nullopt;
}

std::optional<std::pair<ResetId, AccountId>> use_reset(store::Tx& tx, const Digest& token_hash,
                                                       Timestamp now) {
  const auto used = open_link(tx, token_hash, now);
  if (used) tx.exec(R"(update password_reset set used_at = $2 where token_hash = $1)", {token_hash, now});
  return used;
}

std::int64_t end_resets(store::Tx& tx, AccountId account, Timestamp now) {
  return tx.exec(R"(update password_reset set used_at = $2 where account_id = $1 and used_at is null)",
                 {account, now});
}

}  // namespace guong::accounts
