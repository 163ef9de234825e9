// SQL of what judges ask of the head.
#include "judging/judge_change_store.h"

namespace guong::judging {

JudgeUnit load_judge_unit(store::Reader& reader, ContestId contest, AccountId judge) {
  return reader
      .one(R"(select g.judge_unit_id, coalesce(u.name, ''),
  (select count(*) from judge_unit_request r where r.contest_id = $1 and r.account_id = $2)
from role_grant g
left join unit u on u.id = g.judge_unit_id
where g.contest_id = $1 and g.account_id = $2 and g.role = 'judge'
order by g.valid_from desc, g.id desc limit 1)",
           {contest, judge},
           [](const store::Row& row) {
             return JudgeUnit{row.opt_id<UnitId>(0), row.text(1), row.flag(2)};
           })
      .value_or(JudgeUnit{});
}

void insert_unit_request(store::Tx& tx, ContestId contest, AccountId judge, std::optional<UnitId> unit,
                         Timestamp now) {
  tx.exec(
      R"(insert into judge_unit_request (contest_id, account_id, unit_id, asked_at) values ($1, $2, $3, $4)
on conflict (contest_id, account_id) do update set unit_id = excluded.unit_id, asked_at = excluded.asked_at)",
      {contest, judge, unit, now});
}

std::optional<std::optional<UnitId>> take_unit_request(store::Tx& tx, ContestId contest, AccountId judge) {
  const auto asked =
      tx.one(R"(select unit_id from judge_unit_request where contest_id = $1 and account_id = $2)",
             {contest, judge}, [](const store::Row& row) { return row.opt_id<UnitId>(0); });
  tx.exec(R"(delete from judge_unit_request where contest_id = $1 and account_id = $2)", {contest, judge});
  return asked;
}

std::int64_t end_waiting(store::Tx& tx, ContestId contest, AccountId judge, std::string_view ending) {
  return tx.exec(R"(update judge_interest set ending = $3
where contest_id = $1 and account_id = $2 and ending = 'waiting')",
                 {contest, judge, ending});
}

std::vector<JudgeChange> load_judge_changes(store::Reader& reader, ContestId contest) {
  auto out = reader.all(R"(select a.id, a.name, coalesce(was.name, ''), coalesce(u.name, ''), r.asked_at
from judge_unit_request r
join account a on a.id = r.account_id
left join role_grant g on g.contest_id = r.contest_id and g.account_id = r.account_id and g.role = 'judge'
  and g.valid_to is null
left join unit was on was.id = g.judge_unit_id
left join unit u on u.id = r.unit_id
where r.contest_id = $1
order by r.asked_at, a.id)",
                        {contest}, [](const store::Row& row) {
                          return JudgeChange{JudgeChangeKind::unit,
                                             row.id<AccountId>(0),
                                             row.text(1),
                                             row.text(2),
                                             row.text(3),
                                             0,
                                             row.time(4)};
                        });
  const auto declared = reader.all(
      R"(select a.id, a.name, count(*), min(i.declared_at)
from judge_interest i
join account a on a.id = i.account_id
where i.contest_id = $1 and i.ending = 'waiting'
group by a.id, a.name
order by min(i.declared_at), a.id)",
      {contest}, [](const store::Row& row) {
        return JudgeChange{
            JudgeChangeKind::interests, row.id<AccountId>(0), row.text(1), "", "", row.i64(2), row.time(3)};
      });
  out.insert(out.end(), declared.begin(), declared.end());
  return out;
}

bool known_unit(store::Reader& reader, UnitId unit) {
  return reader.number(R"(select count(*) from unit where id = $1)", {unit}) != 0;
}

}  // namespace guong::judging
