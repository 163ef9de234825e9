// SQL of roles. A grant is ended, never deleted: who held which role when stays known.
#include "accounts/grant_store.h"

namespace guong::accounts {
namespace {

GrantRow grant_of(const store::Row& row) {
  GrantRow grant{.id = row.id<GrantId>("id"),
                 .account = row.id<AccountId>("account_id"),
                 .account_name = row.text("account_name"),
                 .role = row.text("role"),
                 .contest = row.opt_id<ContestId>("contest_id"),
                 .unit = std::nullopt,
                 .from = row.time("valid_from"),
                 .to = row.opt_time("valid_to"),
                 .decision = row.opt_text("decision").value_or(""),
                 .granted_by = row.opt_id<AccountId>("granted_by").value_or(AccountId{}),
                 .confirmed_by = row.opt_id<AccountId>("confirmed_by"),
                 .waiting = row.i64("waiting") != 0};
  if (const auto unit = row.opt_id<UnitId>("unit_id"))
    grant.unit = UnitName{*unit, row.opt_text("unit_name").value_or("")};
  return grant;
}

}  // namespace

void insert_grant(store::Tx& tx, GrantId id, const NewGrant& grant, Timestamp from,
                  std::optional<AccountId> confirmed_by) {
  const store::Value by = grant.by ? store::Value(grant.by) : store::Value(nullptr);
  tx.exec(
      R"(insert into role_grant (id, account_id, role, contest_id, unit_id, valid_from, valid_to, granted_by,
  decision, confirmed_by,
  judge_unit_id, judge_member_unit_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
  case when $3 = 'judge' then (select unit_id from account where id = $2) end,
  case when $3 = 'judge' then (select unit_id from unit_member
    where account_id = $2 and state in ('confirmed', 'left')) end))",
      {id, grant.account, api::role_name(grant.role), grant.contest, grant.unit, from, grant.to, by,
       grant.decision, confirmed_by});
}

void set_judge_unit(store::Tx& tx, ContestId contest, AccountId judge, std::optional<UnitId> unit) {
  tx.exec(R"(update role_grant set judge_unit_id = $3, judge_member_unit_id = null
where contest_id = $1 and account_id = $2 and role = 'judge')",
          {contest, judge, unit});
}

std::vector<GrantRow> held_grants(store::Reader& reader, AccountId account, Timestamp now) {
  return reader.all(
      R"(select g.id, g.account_id, a.name as account_name, g.role, g.contest_id, g.unit_id,
  u.name as unit_name, g.valid_from, g.valid_to, g.decision, g.granted_by, g.confirmed_by, 0 as waiting
from role_grant g
join account a on a.id = g.account_id
left join unit u on u.id = g.unit_id
where g.account_id = $1 and g.valid_from <= $2 and (g.valid_to is null or g.valid_to > $2)
order by g.valid_from, g.id)",
      {account, now}, grant_of);
}

std::vector<GrantRow> coming_grants(store::Reader& reader, AccountId account, Timestamp now) {
  return reader.all(
      R"(select g.id as id, g.account_id as account_id, a.name as account_name, g.role as role, g.contest_id, g.unit_id,
  u.name as unit_name, g.valid_from as valid_from, g.valid_to, g.decision, g.granted_by, g.confirmed_by, 0 as waiting
from role_grant g
join account a on a.id = g.account_id
left join unit u on u.id = g.unit_id
where g.account_id = $1 and (g.valid_to is null or g.valid_to > $2)
union all
select p.id, p.account_id, a.name, p.role, p.contest_id, null, null, coalesce(p.valid_from, p.proposed_at),
  p.valid_to, p.decision, p.proposed_by, null, 1
from role_proposal p
join account a on a.id = p.account_id
where p.account_id = $1
order by valid_from, id)",
      {account, now}, grant_of);
}

std::vector<GrantRow> contest_grants(store::Reader& reader, ContestId contest, const GrantCursor& after,
                                     int limit) {
  return reader.all(
      R"(select g.id as id, g.account_id as account_id, a.name as account_name, g.role as role, g.contest_id, g.unit_id,
  null as unit_name, g.valid_from as valid_from, g.valid_to, g.decision, g.granted_by, g.confirmed_by, 0 as waiting
from role_grant g
join account a on a.id = g.account_id
where g.contest_id = $1 and (g.role, g.account_id, g.id) > ($2, $3, $4)
union all
select p.id, p.account_id, a.name, p.role, p.contest_id, null, null, coalesce(p.valid_from, p.proposed_at),
  p.valid_to, p.decision, p.proposed_by, null, 1
from role_proposal p
join account a on a.id = p.account_id
where p.contest_id = $1 and (p.role, p.account_id, p.id) > ($2, $3, $4)
order by role, account_id, id limit $5)",
      {contest, after.role, after.account, after.id, limit}, grant_of);
}

std::vector<GrantRow> installation_grants(store::Reader& reader, const GrantCursor& after, int limit) {
  return reader.all(R"(select g.id, g.account_id, a.name as account_name, g.role, g.contest_id, g.unit_id,
  u.name as unit_name, g.valid_from, g.valid_to, g.decision, g.granted_by, g.confirmed_by, 0 as waiting
from role_grant g
join account a on a.id = g.account_id
left join unit u on u.id = g.unit_id
where g.contest_id is null and (g.role, g.account_id, g.id) > ($1, $2, $3)
order by g.role, g.account_id, g.id limit $4)",
                    {after.role, after.account, after.id, limit}, grant_of);
}

std::optional<GrantRow> load_grant(store::Reader& reader, GrantId id) {
  return reader.one(
      R"(select g.id, g.account_id, a.name as account_name, g.role, g.contest_id, g.unit_id,
  u.name as unit_name, g.valid_from, g.valid_to, g.decision, g.granted_by, g.confirmed_by, 0 as waiting
from role_grant g
join account a on a.id = g.account_id
left join unit u on u.id = g.unit_id
where g.id = $1
union all
select p.id, p.account_id, a.name, p.role, p.contest_id, null, null, coalesce(p.valid_from, p.proposed_at),
  p.valid_to, p.decision, p.proposed_by, null, 1
from role_proposal p
join account a on a.id = p.account_id
where p.id = $1)",
      {id}, grant_of);
}

void end_grant_row(store::Tx& tx, GrantId id, Timestamp now) {
  tx.exec(R"(update role_grant set valid_to = $2 where id = $1)", {id, now});
}

std::int64_t other_administrators(store::Reader& reader, GrantId but, Timestamp now) {
  return reader.number(R"(select count(*) from role_grant
where contest_id is null and role = 'administrator' and id <> $1 and valid_from <= $2 and valid_to is null)",
                       {but, now});
}

}  // namespace guong::accounts
