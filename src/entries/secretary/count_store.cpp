// SQL of counts. Totals by state and unit come from tally rows that entry_store.cpp keeps, so that they cost
// the same for any contest.
#include "entries/secretary/count_store.h"

namespace guong::entries {
namespace {

using store::Row;

constexpr Duration kQuarter = minutes(15);

}  // namespace

std::vector<Count> count_entries(store::Reader& reader, ContestId contest) {
  return reader.all(R"(select state, category, field, entries
from entry_tally where contest_id = $1 and entries > 0
order by state, category, field)",
                    {contest}, [](const Row& row) {
                      return Count{row.text(0), row.text(1), row.text(2), row.i64(3)};
                    });
}

std::map<Timestamp, std::int64_t> count_by_quarter(store::Reader& reader, ContestId contest) {
  std::map<Timestamp, std::int64_t> out;
  reader.each(R"(select submitted_at / $2, count(*)
from entry
where contest_id = $1 and state in ('submitted', 'accepted') and submitted_at is not null
group by submitted_at / $2)",
              std::initializer_list<store::Value>{contest, kQuarter.micros},
              [&](const Row& row) { out[{row.i64(0) * kQuarter.micros}] = row.i64(1); });
  return out;
}

std::vector<UnitCount> count_by_unit(store::Reader& reader, ContestId contest, UnitId parent,
                                     const std::string& date, int limit) {
  // Each unit's works climb up the tree until they stand directly below the parent.
  return reader.all(R"(with recursive climbing(id, parent_id, entries, depth) as (
  select u.id, coalesce(u.parent_id, 0), cast(sum(t.entries) as bigint), 0
  from entry_unit_tally t
  join unit u on u.id = t.unit_id
  where t.contest_id = $1 and t.state in ('submitted', 'accepted') and t.entries > 0
  group by u.id, u.parent_id
  union all
  select u.id, coalesce(u.parent_id, 0), c.entries, c.depth + 1
  from climbing c
  join unit u on u.id = c.parent_id
  where c.parent_id <> $2 and c.depth < 50),
arrived(id, entries) as (select id, cast(sum(entries) as bigint) from climbing where parent_id = $2 group by id)
select u.id, u.name, u.short_name, coalesce(a.entries, 0),
  case when exists (select 1 from unit b where b.parent_id = u.id) then 1 else 0 end
from unit u
left join arrived a on a.id = u.id
where (u.parent_id = $2 or ($2 = 0 and u.parent_id is null))
  and (a.entries > 0 or ((u.valid_from is null or u.valid_from <= $3) and (u.valid_to is null or u.valid_to > $3)))
order by u.folded, u.id limit $4)",
                    {contest, parent, date, limit}, [](const Row& row) {
                      return UnitCount{row.id<UnitId>(0), row.text(1), row.text(2), row.i64(3), row.flag(4)};
                    });
}

UnitTotals unit_totals(store::Reader& reader, ContestId contest, UnitId unit) {
  UnitTotals out;
  out.all = reader.number(R"(select coalesce(cast(sum(entries) as bigint), 0)
from entry_tally where contest_id = $1 and state in ('submitted', 'accepted'))",
                          {contest});
  reader.each(R"(select case when unit_id = $2 then 1 else 0 end, cast(sum(entries) as bigint)
from entry_unit_tally
where contest_id = $1 and state in ('submitted', 'accepted')
group by 1)",
              std::initializer_list<store::Value>{contest, unit}, [&](const Row& row) {
                out.with_unit += row.i64(1);
                if (row.flag(0)) out.of_unit = row.i64(1);
              });
  return out;
}

}  // namespace guong::entries
