// A line's key is made of what is unique about its row, so that a page may begin after any line.
#include "results/inspection_store.h"

namespace guong::results {
namespace {

using store::Row;

std::string number(const Row& row, int column) { return std::to_string(row.i64(column)); }

void put_time(InspectionLine& line, const char* name, const std::optional<Timestamp>& time) {
  if (time) line.values[name] = to_rfc3339(*time);
}

void put_person(InspectionLine& line, const char* name, const Row& row, int column) {
  if (!row.null(column)) line.people[name] = row.id<AccountId>(column);
}

}  // namespace

std::vector<InspectionLine> load_works(store::Reader& reader, const InspectionSpan& span) {
  return reader.all(R"(
select r.opened_at, cast(r.number as text) || '/' || w.code, r.number, w.code, w.category, e.title, e.field, e.state
from round r
join round_entry w on w.contest_id = r.contest_id and w.round = r.number
join entry e on e.id = w.entry_id
where r.contest_id = $1 and r.opened_at <= $2
  and (r.opened_at, cast(r.number as text) || '/' || w.code) > ($3, $4)
order by 1, 2
limit $5)",
                    {span.contest, span.until, span.after.at, span.after.key, span.limit},
                    [](const Row& row) {
                      return InspectionLine{row.time(0),
                                            row.text(1),
                                            {{"round", number(row, 2)},
                                             {"code", row.text(3)},
                                             {"category", row.text(4)},
                                             {"title", row.text(5)},
                                             {"field", row.text(6)},
                                             {"state", row.text(7)}},
                                            {}};
                    });
}

std::vector<InspectionLine> load_people(store::Reader& reader, const InspectionSpan& span) {
  return reader.all(
      R"(
select g.valid_from, cast(g.id as text), g.role, g.account_id, g.granted_by, g.valid_to, g.decision,
  case when g.contest_id is null then 'installation' else 'contest' end
from role_grant g
where (g.contest_id = $1 or (g.contest_id is null and g.unit_id is null)) and g.valid_from <= $2
  and (g.valid_from, cast(g.id as text)) > ($3, $4)
order by 1, 2
limit $5)",
      {span.contest, span.until, span.after.at, span.after.key, span.limit}, [](const Row& row) {
        InspectionLine line{
            row.time(0),
            row.text(1),
            {{"role", row.text(2)}, {"on", row.text(7)}, {"decision", row.opt_text(6).value_or("")}},
            {}};
        put_person(line, "person", row, 3);
        put_person(line, "given_by", row, 4);
        put_time(line, "until", row.opt_time(5));
        return line;
      });
}

std::vector<InspectionLine> load_assignments(store::Reader& reader, const InspectionSpan& span) {
  return reader.all(R"(
select a.assigned_at, cast(a.id as text), a.round, a.code, a.judge_id, a.assigned_by, a.state, a.ended_at, a.extra
from assignment a
where a.contest_id = $1 and a.assigned_at <= $2 and (a.assigned_at, cast(a.id as text)) > ($3, $4)
order by 1, 2
limit $5)",
                    {span.contest, span.until, span.after.at, span.after.key, span.limit},
                    [](const Row& row) {
                      InspectionLine line{row.time(0),
                                          row.text(1),
                                          {{"round", number(row, 2)},
                                           {"code", row.text(3)},
                                           {"state", row.text(6)},
                                           {"extra", number(row, 8)}},
                                          {}};
                      put_person(line, "judge", row, 4);
                      put_person(line, "assigned_by", row, 5);
                      put_time(line, "until", row.opt_time(7));
                      return line;
                    });
}

std::vector<InspectionLine> load_waivers(store::Reader& reader, const InspectionSpan& span) {
  return reader.all(
      R"(
select w.waived_at, w.code || '/' || cast(w.judge_id as text), w.code, w.judge_id, w.reason, w.waived_by
from conflict_waiver w
where w.contest_id = $1 and w.waived_at <= $2
  and (w.waived_at, w.code || '/' || cast(w.judge_id as text)) > ($3, $4)
order by 1, 2
limit $5)",
      {span.contest, span.until, span.after.at, span.after.key, span.limit}, [](const Row& row) {
        InspectionLine line{row.time(0), row.text(1), {{"code", row.text(2)}, {"reason", row.text(4)}}, {}};
        put_person(line, "judge", row, 3);
        put_person(line, "waived_by", row, 5);
        return line;
      });
}

std::vector<InspectionLine> load_cards(store::Reader& reader, const InspectionSpan& span) {
  return reader.all(R"(
select c.submitted_at, cast(a.id as text), a.round, a.code, a.judge_id, c.marks, c.comment_jury, c.comment_author,
  c.reopen_reason, a.state
from round r
join assignment a on a.contest_id = r.contest_id and a.round = r.number
join card c on c.assignment_id = a.id
where r.contest_id = $1 and r.locked_at is not null and r.locked_at <= $2 and c.submitted_at is not null
  and (c.submitted_at, cast(a.id as text)) > ($3, $4)
order by 1, 2
limit $5)",
                    {span.contest, span.until, span.after.at, span.after.key, span.limit},
                    [](const Row& row) {
                      InspectionLine line{row.time(0),
                                          row.text(1),
                                          {{"round", number(row, 2)},
                                           {"code", row.text(3)},
                                           {"marks", row.text(5)},
                                           {"comment_jury", row.text(6)},
                                           {"comment_author", row.text(7)},
                                           {"reopened", row.opt_text(8).value_or("")},
                                           {"state", row.text(9)}},
                                          {}};
                      put_person(line, "judge", row, 4);
                      return line;
                    });
}

std::vector<InspectedRecord> load_records(store::Reader& reader, const InspectionSpan& span) {
  return reader.all(R"(
select seq, kind, record
from ledger_record
where contest_id = $1 and at <= $2 and seq > $3
order by seq
limit $4)",
                    {span.contest, span.until, span.after.at.micros - 1, span.limit}, [](const Row& row) {
                      return InspectedRecord{row.i64(0), row.text(1), row.text(2)};
                    });
}

}  // namespace guong::results
