// SQL of the counts, from the tallies that every change of an entry keeps: no entry is read.
#include "publishing/counts_store.h"

namespace guong::publishing {

WorkCounts count_works(store::Reader& reader, ContestId contest) {
  WorkCounts out;
  reader.each(R"(select field, cast(sum(entries) as bigint)
from entry_tally
where contest_id = $1 and state in ('submitted', 'accepted')
group by field)",
              std::initializer_list<store::Value>{contest}, [&](const store::Row& row) {
                out.by_field[row.text(0)] = row.i64(1);
                out.total += row.i64(1);
              });
  reader.each(R"(select u.type, cast(sum(t.entries) as bigint)
from entry_unit_tally t
join unit u on u.id = t.unit_id
where t.contest_id = $1 and t.state in ('submitted', 'accepted') and t.entries > 0
group by u.type)",
              std::initializer_list<store::Value>{contest},
              [&](const store::Row& row) { out.by_unit_type[row.text(0)] = row.i64(1); });
  return out;
}

}  // namespace guong::publishing
