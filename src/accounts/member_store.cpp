// SQL of members.
#include "accounts/member_store.h"

#include "guong/base/enum_names.h"

namespace guong::accounts {
namespace {

constexpr EnumNames<MemberState, 3> kStates{{{{MemberState::claimed, "claimed"},
                                              {MemberState::confirmed, "confirmed"},
                                              {MemberState::refused, "refused"}}}};

Member member_of(const store::Row& row) {
  return {row.id<AccountId>(0),
          row.text(1),
          row.opt_text(2),
          row.opt_text(3),
          row.id<UnitId>(4),
          row.text(5),
          {kStates.read(row.text(6)), row.opt_text(7).value_or("")},
          row.opt_time(8),
          row.opt_text(9)};
}

}  // namespace

std::string_view member_state_name(MemberState state) { return kStates.name(state); }

Membership membership(store::Reader& reader, AccountId account, UnitId unit) {
  return reader
      .one(R"(select state, reason from unit_member
where account_id = $1 and unit_id = $2 and state in ('confirmed', 'refused'))",
           {account, unit},
           [](const store::Row& row) {
             return Membership{kStates.read(row.text(0)), row.text(1)};
           })
      .value_or(Membership{});
}

std::optional<UnitId> member_unit(store::Reader& reader, AccountId account) {
  return reader.one(R"(select unit_id from unit_member
where account_id = $1 and state in ('confirmed', 'left'))",
                    {account}, [](const store::Row& row) { return row.id<UnitId>(0); });
}

std::vector<Member> list_members(store::Reader& reader, UnitId unit, MemberState state, AccountId after,
                                 int limit) {
  return reader.all(R"(with recursive below (id) as (
  select id from unit where id = $1
  union all
  select u.id from below b join unit u on u.parent_id = b.id
)
select a.id, a.name, a.email, a.phone, u.id, u.name,
  case when m.state in ('confirmed', 'refused') then m.state else 'claimed' end, m.reason,
  case when m.state in ('confirmed', 'refused') then m.decided_at end, d.name
from below b
join account a on a.unit_id = b.id
join unit u on u.id = a.unit_id
left join unit_member m on m.account_id = a.id and m.unit_id = a.unit_id
left join account d on d.id = m.decided_by and m.state in ('confirmed', 'refused')
where a.id > $2 and a.state = 'active'
  and case when m.state in ('confirmed', 'refused') then m.state else 'claimed' end = $3
order by a.id limit $4)",
                    {unit, after, kStates.name(state), limit}, member_of);
}

std::optional<Member> find_member(store::Reader& reader, UnitId unit, AccountId account) {
  return reader.one(R"(with recursive above (id, parent_id) as (
  select u.id, u.parent_id from account a join unit u on u.id = a.unit_id where a.id = $2
  union all
  select u.id, u.parent_id from above b join unit u on u.id = b.parent_id
)
select a.id, a.name, a.email, a.phone, u.id, u.name,
  case when m.state in ('confirmed', 'refused') then m.state else 'claimed' end, m.reason, null, null
from account a
join unit u on u.id = a.unit_id
left join unit_member m on m.account_id = a.id and m.unit_id = a.unit_id
where a.id = $2 and a.state = 'active' and exists (select 1 from above where id = $1))",
                    {unit, account}, member_of);
}

void decide_member(store::Tx& tx, const Decision& decision, AccountId by, Timestamp now) {
  if (decision.state == MemberState::confirmed)
    tx.exec(R"(delete from unit_member
where account_id = $1 and unit_id <> $2 and state in ('confirmed', 'left'))",
            {decision.account, decision.unit});
  tx.exec(R"(insert into unit_member (account_id, unit_id, state, reason, decided_at, decided_by)
values ($1, $2, $3, $4, $5, $6)
on conflict (account_id, unit_id) do update set state = excluded.state, reason = excluded.reason,
  decided_at = excluded.decided_at, decided_by = excluded.decided_by)",
          {decision.account, decision.unit, kStates.name(decision.state), decision.reason, now, by});
}

void forget_decision(store::Tx& tx, AccountId account, UnitId unit) {
  tx.exec(R"(delete from unit_member where account_id = $1 and unit_id = $2)", {account, unit});
}

std::int64_t leave_other_units(store::Tx& tx, AccountId account, std::optional<UnitId> now_of) {
  return tx.exec(R"(update unit_member set state = 'left'
where account_id = $1 and state = 'confirmed' and unit_id <> $2)",
                 {account, now_of.value_or(UnitId{})});
}

}  // namespace guong::accounts
