// SQL of counted conflicts: by judge and kind, never by work.
#include "judging/conflict_count_store.h"

namespace guong::judging {

std::optional<ConflictCheck> load_conflict_check(store::Reader& reader, ContestId contest) {
  return reader.one(R"(select facts, counted_at from conflict_check where contest_id = $1)", {contest},
                    [](const store::Row& row) {
                      return ConflictCheck{row.text(0), row.time(1)};
                    });
}

std::vector<ConflictCountRow> load_conflict_counts(store::Reader& reader, ContestId contest) {
  return reader.all(R"(select judge_id, kind, works from conflict_count
where contest_id = $1 order by judge_id, kind)",
                    {contest}, [](const store::Row& row) {
                      return ConflictCountRow{row.id<AccountId>(0), row.text(1), row.i64(2)};
                    });
}

void replace_conflict_counts(store::Tx& tx, ContestId contest, const std::string& facts,
                             const std::vector<ConflictCountRow>& rows, Timestamp now) {
  tx.exec(R"(delete from conflict_count where contest_id = $1)", {contest});
  for (const auto& row : rows)
    tx.exec(R"(insert into conflict_count (contest_id, judge_id, kind, works) values ($1, $2, $3, $4))",
            {contest, row.judge, row.kind, row.works});
  tx.exec(R"(insert into conflict_check (contest_id, facts, counted_at) values ($1, $2, $3)
on conflict (contest_id) do update set facts = excluded.facts, counted_at = excluded.counted_at)",
          {contest, facts, now});
}

std::vector<ContestId> contests_with_judges(store::Reader& reader) {
  return reader.all(R"(select distinct contest_id from role_grant
where role = 'judge' and contest_id is not null order by contest_id)",
                    {}, [](const store::Row& row) { return row.id<ContestId>(0); });
}

}  // namespace guong::judging
