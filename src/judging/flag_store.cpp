// SQL of flags: at most one for each assignment.
#include "judging/flag_store.h"

namespace guong::judging {

void upsert_flag(store::Tx& tx, ContestId contest, const DeskWork& work, const Flag& flag) {
  tx.exec(R"(insert into work_flag (assignment_id, contest_id, round, kind, note, raised_at)
values ($1, $2, $3, $4, $5, $6)
on conflict (assignment_id) do update set kind = excluded.kind, note = excluded.note, raised_at = excluded.raised_at)",
          {work.assignment, contest, work.round, flag.kind, flag.note, flag.raised_at});
}

std::int64_t delete_flag(store::Tx& tx, AssignmentId assignment) {
  return tx.exec("delete from work_flag where assignment_id = $1", {assignment});
}

std::vector<RaisedFlag> load_flags(store::Reader& reader, ContestId contest, int round) {
  return reader.all(
      R"(select a.code, a.judge_id, j.name, f.kind, f.note, f.raised_at
from work_flag f
join assignment a on a.id = f.assignment_id
join account j on j.id = a.judge_id
where f.contest_id = $1 and f.round = $2 and a.state = 'active'
order by f.raised_at, f.assignment_id)",
      {contest, round}, [](const store::Row& row) {
        return RaisedFlag{
            row.text(0), row.id<AccountId>(1), row.text(2), {row.text(3), row.text(4), row.time(5)}};
      });
}

}  // namespace guong::judging
