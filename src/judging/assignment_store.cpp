// SQL of assignments. An ended one keeps its row and its card: what was marked stays known.
#include "judging/assignment_store.h"

#include "judging/counter_store.h"
#include "judging/marks_text.h"

namespace guong::judging {
namespace {

AssignmentRow row_of(const store::Row& row) {
  return {row.id<AssignmentId>(0),
          static_cast<int>(row.i64(1)),
          row.text(2),
          row.id<AccountId>(3),
          row.text(4),
          row.text(5),
          row.flag(6),
          read_card_state(row.text(7)),
          {}};
}

AssignmentRow handed_in_of(const store::Row& row) {
  auto out = row_of(row);
  out.marks = parse_marks(row.text(8));
  return out;
}

}  // namespace

void insert_uncounted(store::Tx& tx, const NewAssignment& a) {
  tx.exec(
      R"(insert into assignment (id, contest_id, round, code, entry_id, judge_id, state, extra, assigned_at, assigned_by)
values ($1, $2, $3, $4, $5, $6, 'active', $7, $8, $9))",
      {a.id, a.contest, a.round, a.code, a.entry, a.judge, a.extra, a.at, a.by});
}

void insert_assignment(store::Tx& tx, const NewAssignment& assignment) {
  insert_uncounted(tx, assignment);
  count_assignment(tx, assignment.id, 1);
}

void reactivate(store::Tx& tx, AssignmentId id, bool extra, Timestamp at, AccountId by) {
  tx.exec(
      R"(update assignment set state = 'active', extra = $2, assigned_at = $3, assigned_by = $4, ended_at = null
where id = $1)",
      {id, extra, at, by});
  count_assignment(tx, id, 1);
}

std::int64_t end_assignment(store::Tx& tx, AssignmentId id, std::string_view state, Timestamp at) {
  const auto ended =
      tx.exec(R"(update assignment set state = $2, ended_at = $3 where id = $1 and state = 'active')",
              {id, state, at});
  if (ended > 0) count_assignment(tx, id, -1);
  return ended;
}

std::optional<AssignmentRow> load_assignment(store::Reader& reader, ContestId contest, AssignmentId id) {
  return reader.one(R"(select a.id, a.round, a.code, a.judge_id, j.name, a.state, a.extra, a.card_state
from assignment a
join account j on j.id = a.judge_id
where a.id = $1 and a.contest_id = $2)",
                    {id, contest}, row_of);
}

std::optional<AssignmentRow> load_assignment(store::Reader& reader, ContestId contest, int round,
                                             const std::string& code, AccountId judge) {
  return reader.one(R"(select a.id, a.round, a.code, a.judge_id, j.name, a.state, a.extra, a.card_state
from assignment a
join account j on j.id = a.judge_id
where a.contest_id = $1 and a.round = $2 and a.code = $3 and a.judge_id = $4)",
                    {contest, round, code, judge}, row_of);
}

std::vector<AssignmentRow> load_assignments(store::Reader& reader, ContestId contest, int round) {
  return reader.all(R"(select a.id, a.round, a.code, a.judge_id, j.name, a.state, a.extra, a.card_state
from assignment a
join account j on j.id = a.judge_id
where a.contest_id = $1 and a.round = $2
order by a.code, a.judge_id)",
                    {contest, round}, row_of);
}

std::vector<AssignmentRow> page_assignments(store::Reader& reader, ContestId contest, int round,
                                            const std::string& after_code, const std::string& last_code) {
  return reader.all(R"(select a.id, a.round, a.code, a.judge_id, j.name, a.state, a.extra, a.card_state
from assignment a
join account j on j.id = a.judge_id
where a.contest_id = $1 and a.round = $2 and a.code > $3 and a.code <= $4
order by a.code, a.judge_id)",
                    {contest, round, after_code, last_code}, row_of);
}

void each_handed_in(store::Reader& reader, ContestId contest, int round,
                    const std::function<void(AssignmentRow)>& f) {
  reader.each(R"(select a.id, a.round, a.code, a.judge_id, j.name, a.state, a.extra, a.card_state, c.marks
from assignment a
join account j on j.id = a.judge_id
join card c on c.assignment_id = a.id
where a.contest_id = $1 and a.round = $2 and a.state = 'active' and a.card_state = 'submitted'
order by a.code, a.judge_id)",
              std::initializer_list<store::Value>{contest, round},
              [&](const store::Row& row) { f(handed_in_of(row)); });
}

std::vector<AssignmentRow> load_handed_in(store::Reader& reader, ContestId contest, int round) {
  std::vector<AssignmentRow> out;
  each_handed_in(reader, contest, round, [&](AssignmentRow row) { out.push_back(std::move(row)); });
  return out;
}

std::vector<AssignmentRow> load_handed_in(store::Reader& reader, ContestId contest, int round,
                                          const std::string& code) {
  return reader.all(
      R"(select a.id, a.round, a.code, a.judge_id, j.name, a.state, a.extra, a.card_state, c.marks
from assignment a
join account j on j.id = a.judge_id
join card c on c.assignment_id = a.id
where a.contest_id = $1 and a.round = $2 and a.code = $3 and a.state = 'active' and a.card_state = 'submitted'
order by a.judge_id)",
      {contest, round, code}, handed_in_of);
}

std::vector<std::string> assigned_codes(store::Reader& reader, ContestId contest, int round,
                                        AccountId judge) {
  return reader.all(R"(select code from assignment
where judge_id = $1 and contest_id = $2 and round = $3 and state = 'active'
order by code)",
                    {judge, contest, round}, [](const store::Row& row) { return row.text(0); });
}

bool has_work(store::Reader& reader, ContestId contest, int round, AccountId judge) {
  return reader.number(R"(select count(*) from assignment
where judge_id = $1 and contest_id = $2 and round = $3 and state = 'active')",
                       {judge, contest, round}) > 0;
}

}  // namespace guong::judging
