// SQL of rounds and of the entries that each took over when it opened.
#include "judging/round_store.h"

namespace guong::judging {
namespace {

RoundEntry entry_of(const store::Row& row) { return {row.text(0), row.id<EntryId>(1), row.text(2)}; }

}  // namespace

std::vector<RoundStatus> load_rounds(store::Reader& reader, ContestId contest) {
  return reader.all(
      R"(select r.number, r.state, r.opened_at, r.locked_at,
  (select cast(coalesce(sum(s.works), 0) as bigint) from round_staffing s
   where s.contest_id = r.contest_id and s.round = r.number)
from round r
where r.contest_id = $1
order by r.number)",
      {contest}, [](const store::Row& row) {
        return RoundStatus{static_cast<int>(row.i64(0)), read_round_state(row.text(1)), row.opt_time(2),
                           row.opt_time(3), row.i64(4)};
      });
}

std::optional<RoundState> load_round_state(store::Reader& reader, ContestId contest, int round) {
  return reader.one(R"(select state from round where contest_id = $1 and number = $2)", {contest, round},
                    [](const store::Row& row) { return read_round_state(row.text(0)); });
}

std::vector<RoundState> load_round_states(store::Reader& reader, ContestId contest) {
  return reader.all(R"(select state from round where contest_id = $1 order by number)", {contest},
                    [](const store::Row& row) { return read_round_state(row.text(0)); });
}

void put_waiting_rounds(store::Tx& tx, ContestId contest, int count) {
  for (int round = 1; round <= count; ++round)
    tx.exec(R"(insert into round (contest_id, number, state) values ($1, $2, 'waiting')
on conflict (contest_id, number) do nothing)",
            {contest, round});
}

std::int64_t put_open_round(store::Tx& tx, ContestId contest, int round, Timestamp now) {
  return tx.exec(R"(insert into round (contest_id, number, state, opened_at, revision)
values ($1, $2, 'open', $3, 1)
on conflict (contest_id, number) do update set state = 'open', opened_at = excluded.opened_at, revision = round.revision + 1
where round.state = 'waiting')",
                 {contest, round, now});
}

std::int64_t mark_locked(store::Tx& tx, ContestId contest, int round, Timestamp now) {
  return tx.exec(R"(update round set state = 'locked', locked_at = $3, revision = revision + 1
where contest_id = $1 and number = $2 and state = 'open')",
                 {contest, round, now});
}

void insert_round_entry(store::Tx& tx, ContestId contest, int round, const RoundEntry& entry) {
  tx.exec(
      R"(insert into round_entry (contest_id, round, code, entry_id, category) values ($1, $2, $3, $4, $5))",
      {contest, round, entry.code, entry.entry, entry.category});
}

std::vector<RoundEntry> load_round_entries(store::Reader& reader, ContestId contest, int round) {
  return reader.all(R"(select r.code, r.entry_id, r.category
from round_entry r
join entry e on e.id = r.entry_id
where r.contest_id = $1 and r.round = $2 and e.state = 'accepted'
order by r.code)",
                    {contest, round}, entry_of);
}

std::vector<RoundEntry> page_round_entries(store::Reader& reader, ContestId contest, int round,
                                           const std::string& after_code, int limit) {
  return reader.all(R"(select r.code, r.entry_id, r.category
from round_entry r
join entry e on e.id = r.entry_id
where r.contest_id = $1 and r.round = $2 and r.code > $3 and e.state = 'accepted'
order by r.code
limit $4)",
                    {contest, round, after_code, limit}, entry_of);
}

std::optional<RoundEntry> load_round_entry(store::Reader& reader, ContestId contest, int round,
                                           const std::string& code) {
  return reader.one(R"(select r.code, r.entry_id, r.category
from round_entry r
join entry e on e.id = r.entry_id
where r.contest_id = $1 and r.round = $2 and r.code = $3 and e.state = 'accepted')",
                    {contest, round, code}, entry_of);
}

std::vector<int> open_rounds(store::Reader& reader, ContestId contest) {
  return reader.all(R"(select number from round where contest_id = $1 and state = 'open' order by number)",
                    {contest}, [](const store::Row& row) { return static_cast<int>(row.i64(0)); });
}

}  // namespace guong::judging
