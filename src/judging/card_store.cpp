// SQL of scorecards and of the judge's own lists. Revision and state stand in each update's condition, so
// that a second writer changes no row and is told.
#include "judging/card_store.h"

#include "guong/judging/round.h"
#include "judging/counter_store.h"
#include "judging/marks_text.h"

namespace guong::judging {
namespace {

CardState card_state_of(const std::optional<std::string>& name) {
  return name ? read_card_state(*name) : CardState::none;
}

Card card_of(const store::Row& row, int first) {
  Card card;
  if (row.null(first)) return card;
  card.state = card_state_of(row.text(first));
  card.content = {parse_marks(row.text(first + 1)), row.text(first + 2), row.text(first + 3)};
  card.reopen_reason = row.opt_text(first + 4).value_or("");
  card.updated_at = row.time(first + 5);
  card.submitted_at = row.opt_time(first + 6);
  card.revision = row.revision(first + 7);
  return card;
}

std::optional<Flag> flag_of(const store::Row& row, int first) {
  if (row.null(first)) return std::nullopt;
  return Flag{row.text(first), row.text(first + 1), row.time(first + 2)};
}

/// The state beside the assignment and in the judge's counts follows the card's.
std::int64_t moved_card(store::Tx& tx, AssignmentId assignment, CardState to, std::int64_t changed) {
  if (changed > 0) count_card(tx, assignment, to);
  return changed;
}

}  // namespace

std::optional<OwnWorkRow> load_own_work(store::Reader& reader, AccountId judge, ContestId contest,
                                        std::string_view code) {
  return reader.one(R"(select a.id, r.number, r.state,
  (select count(*) from judge_terms t where t.contest_id = $2 and t.account_id = $1),
  c.state, c.marks, c.comment_jury, c.comment_author, c.reopen_reason, c.updated_at, c.submitted_at, c.revision,
  f.kind, f.note, f.raised_at
from round r
join assignment a on a.contest_id = r.contest_id and a.round = r.number
left join card c on c.assignment_id = a.id
left join work_flag f on f.assignment_id = a.id
where r.contest_id = $2 and a.code = $3 and a.judge_id = $1 and a.state = 'active'
order by r.number desc
limit 1)",
                    {judge, contest, code}, [](const store::Row& row) {
                      return OwnWorkRow{{row.id<AssignmentId>(0), static_cast<int>(row.i64(1)),
                                         read_round_state(row.text(2)) == RoundState::open, card_of(row, 4),
                                         flag_of(row, 12)},
                                        row.flag(3)};
                    });
}

std::vector<DeskItem> load_own_works(store::Reader& reader, AccountId judge, ContestId contest,
                                     const DeskCursor& after, int limit) {
  return reader.all(R"(select a.round, a.code, e.category, e.title, r.state, c.state, c.marks,
  f.assignment_id
from assignment a
join entry e on e.id = a.entry_id
join round r on r.contest_id = a.contest_id and r.number = a.round
left join card c on c.assignment_id = a.id
left join work_flag f on f.assignment_id = a.id
where a.judge_id = $1 and a.contest_id = $2 and (a.round, a.code) > ($3, $4) and a.state = 'active'
order by a.round, a.code
limit $5)",
                    {judge, contest, after.round, after.code, limit}, [](const store::Row& row) {
                      return DeskItem{static_cast<int>(row.i64(0)),
                                      row.text(1),
                                      row.text(2),
                                      row.text(3),
                                      read_round_state(row.text(4)) == RoundState::open,
                                      card_state_of(row.opt_text(5)),
                                      row.null(6) ? Marks{} : parse_marks(row.text(6)),
                                      !row.null(7)};
                    });
}

std::vector<JudgingContest> load_judging_contests(store::Reader& reader, AccountId judge, Timestamp now) {
  return reader.all(R"(select c.id, c.slug, c.name_vi, c.name_en, c.state,
  (select count(*) from judge_terms t where t.contest_id = c.id and t.account_id = $1),
  case when exists (select 1 from judge_terms t where t.contest_id = c.id and t.account_id = $1) then
    (select cast(coalesce(sum(n.assigned), 0) as bigint) from round_judge_count n
    where n.judge_id = $1 and n.contest_id = c.id)
  else 0 end,
  (select cast(coalesce(sum(n.drafted), 0) as bigint) from round_judge_count n where n.judge_id = $1 and n.contest_id = c.id),
  (select cast(coalesce(sum(n.submitted), 0) as bigint) from round_judge_count n
    where n.judge_id = $1 and n.contest_id = c.id)
from contest c
where c.id in (select g.contest_id from role_grant g
               where g.account_id = $1 and g.role = 'judge' and g.valid_from <= $2
                 and (g.valid_to is null or g.valid_to > $2))
order by c.deadline_at desc, c.id)",
                    {judge, now}, [](const store::Row& row) {
                      return JudgingContest{row.id<ContestId>(0), row.text(1), row.text(2),
                                            row.text(3),          row.text(4), row.flag(5),
                                            row.i64(6),           row.i64(7),  row.i64(8)};
                    });
}

std::int64_t insert_card(store::Tx& tx, AssignmentId assignment, const CardDraft& draft, Timestamp now) {
  const auto changed = tx.exec(
      R"(insert into card (assignment_id, state, marks, comment_jury, comment_author, updated_at, revision)
values ($1, 'draft', $2, $3, $4, $5, 1)
on conflict (assignment_id) do nothing)",
      {assignment, marks_text(draft.marks), draft.comment_jury, draft.comment_author, now});
  return moved_card(tx, assignment, CardState::draft, changed);
}

std::int64_t update_card(store::Tx& tx, AssignmentId assignment, const CardDraft& draft, Timestamp now,
                         Revision expected) {
  return tx.exec(
      R"(update card set marks = $3, comment_jury = $4, comment_author = $5, updated_at = $6, revision = revision + 1
where assignment_id = $1 and revision = $2 and state = 'draft')",
      {assignment, expected, marks_text(draft.marks), draft.comment_jury, draft.comment_author, now});
}

std::int64_t mark_submitted(store::Tx& tx, AssignmentId assignment, Timestamp now, Revision expected) {
  const auto changed = tx.exec(
      R"(update card set state = 'submitted', submitted_at = $3, updated_at = $3, revision = revision + 1
where assignment_id = $1 and revision = $2 and state = 'draft')",
      {assignment, expected, now});
  return moved_card(tx, assignment, CardState::submitted, changed);
}

std::int64_t mark_reopened(store::Tx& tx, AssignmentId assignment, std::string_view reason, Timestamp now) {
  const auto changed = tx.exec(
      R"(update card set state = 'draft', reopen_reason = $2, submitted_at = null, updated_at = $3, revision = revision + 1
where assignment_id = $1 and state = 'submitted')",
      {assignment, reason, now});
  return moved_card(tx, assignment, CardState::draft, changed);
}

void keep_card_record(store::Tx& tx, AssignmentId assignment, std::int64_t seq) {
  tx.exec(R"(update card set ledger_seq = $1 where assignment_id = $2)", {seq, assignment});
}

std::optional<std::int64_t> card_record(store::Reader& reader, AssignmentId assignment) {
  const auto seq = reader.one(R"(select ledger_seq from card where assignment_id = $1)", {assignment},
                              [](const store::Row& row) { return row.opt_i64(0); });
  return seq ? *seq : std::nullopt;
}

}  // namespace guong::judging
