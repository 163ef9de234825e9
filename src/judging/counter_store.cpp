// SQL of a round's counters. Works that left the contest after the round had opened are few and stay in the
// counters: what reads those takes them away, so that no module below has to know of them.
#include "judging/counter_store.h"

#include <map>
#include <tuple>

#include "guong/base/error.h"

namespace guong::judging {
namespace {

constexpr Duration kQuarter = minutes(15);

struct Counted {
  ContestId contest;
  int round = 1;
  std::string code;
  AccountId judge;
  bool extra = false;
  CardState card = CardState::none;
};

Counted load_counted(store::Reader& reader, AssignmentId id) {
  auto row = reader.one(
      R"(select contest_id, round, code, judge_id, extra, card_state from assignment where id = $1)", {id},
      [](const store::Row& r) {
        return Counted{r.id<ContestId>(0), static_cast<int>(r.i64(1)), r.text(2), r.id<AccountId>(3),
                       r.flag(4),          read_card_state(r.text(5))};
      });
  if (!row) throw Error::not_found();
  return std::move(*row);
}

void add_to_judge(store::Tx& tx, const Counted& a, int assigned, int drafted, int submitted) {
  tx.exec(
      R"(insert into round_judge_count (contest_id, round, judge_id, assigned, drafted, submitted)
values ($1, $2, $3, $4, $5, $6)
on conflict (contest_id, round, judge_id) do update set assigned = round_judge_count.assigned + $4,
  drafted = round_judge_count.drafted + $5, submitted = round_judge_count.submitted + $6)",
      {a.contest, a.round, a.judge, assigned, drafted, submitted});
}

/// What a work is counted under in round_staffing.
struct Place {
  std::int64_t judges = 0, extra_judges = 0;
  bool extra_needed = false;
  auto key() const { return std::tuple(judges, extra_needed, extra_judges > 0); }
  bool operator==(const Place&) const = default;
};

void add_to_staffing(store::Tx& tx, ContestId contest, int round, const Place& place, int change) {
  tx.exec(
      R"(insert into round_staffing (contest_id, round, judges, extra_needed, extra_given, works)
values ($1, $2, $3, $4, $5, $6)
on conflict (contest_id, round, judges, extra_needed, extra_given) do update
set works = round_staffing.works + $6)",
      {contest, round, place.judges, place.extra_needed, place.extra_judges > 0, change});
}

/// Changes a work's counts by `f(Place&)`, and what is counted of the round with them.
template <class F>
void change_place(store::Tx& tx, ContestId contest, int round, const std::string& code, F f) {
  const auto before = tx.one(R"(select judges, extra_judges, extra_needed from round_entry
where contest_id = $1 and round = $2 and code = $3)",
                             {contest, round, code}, [](const store::Row& row) {
                               return Place{row.i64(0), row.i64(1), row.flag(2)};
                             });
  if (!before) throw Error::not_found();
  Place after = *before;
  f(after);
  if (after == *before) return;
  tx.exec(R"(update round_entry set judges = $4, extra_judges = $5, extra_needed = $6
where contest_id = $1 and round = $2 and code = $3)",
          {contest, round, code, after.judges, after.extra_judges, after.extra_needed});
  if (before->key() == after.key()) return;
  add_to_staffing(tx, contest, round, *before, -1);
  add_to_staffing(tx, contest, round, after, 1);
}

// In the two statements below `cross join` has SQLite begin with the few works that left.

/// Works of the round that are accepted no more, as counted.
std::vector<Staffing> load_left(store::Reader& reader, ContestId contest, int round) {
  return reader.all(R"(select r.judges, r.extra_needed, r.extra_judges
from entry e
cross join round_entry r
where e.contest_id = $1 and e.code is not null and e.state <> 'accepted' and r.contest_id = $1 and r.round = $2
  and r.code = e.code)",
                    {contest, round}, [](const store::Row& row) {
                      return Staffing{static_cast<int>(row.i64(0)), row.flag(1), row.i64(2) > 0, 1};
                    });
}

/// What judges hold of works that are accepted no more.
std::map<AccountId, JudgeCount> load_left_by_judge(store::Reader& reader, ContestId contest, int round) {
  std::map<AccountId, JudgeCount> out;
  reader.each(R"(select a.judge_id, a.card_state
from entry e
cross join assignment a
where e.contest_id = $1 and e.code is not null and e.state <> 'accepted' and a.contest_id = $1 and a.round = $2
  and a.code = e.code and a.state = 'active')",
              std::initializer_list<store::Value>{contest, round}, [&](const store::Row& row) {
                auto& count = out[row.id<AccountId>(0)];
                const auto card = read_card_state(row.text(1));
                ++count.assigned;
                count.drafted += card == CardState::draft;
                count.submitted += card == CardState::submitted;
              });
  return out;
}

}  // namespace

void count_assignment(store::Tx& tx, AssignmentId assignment, int change) {
  const auto a = load_counted(tx, assignment);
  add_to_judge(tx, a, change, a.card == CardState::draft ? change : 0,
               a.card == CardState::submitted ? change : 0);
  change_place(tx, a.contest, a.round, a.code,
               [&](Place& place) { (a.extra ? place.extra_judges : place.judges) += change; });
}

void count_card(store::Tx& tx, AssignmentId assignment, CardState to) {
  const auto a = load_counted(tx, assignment);
  if (a.card == to) return;
  tx.exec(R"(update assignment set card_state = $2 where id = $1)", {assignment, state_name(to)});
  const auto change = [&](CardState state) { return (to == state) - (a.card == state); };
  add_to_judge(tx, a, 0, change(CardState::draft), change(CardState::submitted));
}

void set_extra_needed(store::Tx& tx, ContestId contest, int round, const std::string& code, bool needed) {
  change_place(tx, contest, round, code, [&](Place& place) { place.extra_needed = needed; });
}

void recount_round(store::Tx& tx, ContestId contest, int round) {
  tx.exec(R"(update round_entry set
  judges = (select count(*) from assignment a where a.contest_id = $1 and a.round = $2 and a.code = round_entry.code
            and a.state = 'active' and a.extra = 0),
  extra_judges = (select count(*) from assignment a where a.contest_id = $1 and a.round = $2
                  and a.code = round_entry.code and a.state = 'active' and a.extra <> 0)
where contest_id = $1 and round = $2)",
          {contest, round});
  tx.exec(R"(delete from round_staffing where contest_id = $1 and round = $2)", {contest, round});
  tx.exec(R"(insert into round_staffing (contest_id, round, judges, extra_needed, extra_given, works)
select contest_id, round, judges, extra_needed, extra_given, count(*)
from (select contest_id, round, judges, extra_needed, case when extra_judges > 0 then 1 else 0 end as extra_given
      from round_entry where contest_id = $1 and round = $2) as works
group by contest_id, round, judges, extra_needed, extra_given)",
          {contest, round});
  tx.exec(R"(delete from round_judge_count where contest_id = $1 and round = $2)", {contest, round});
  tx.exec(R"(insert into round_judge_count (contest_id, round, judge_id, assigned, drafted, submitted)
select contest_id, round, judge_id, count(*), sum(case when card_state = 'draft' then 1 else 0 end),
  sum(case when card_state = 'submitted' then 1 else 0 end)
from assignment where contest_id = $1 and round = $2 and state = 'active'
group by contest_id, round, judge_id)",
          {contest, round});
}

std::vector<Staffing> load_staffing(store::Reader& reader, ContestId contest, int round) {
  auto out = reader.all(R"(select judges, extra_needed, extra_given, works
from round_staffing where contest_id = $1 and round = $2
order by judges, extra_needed, extra_given)",
                        {contest, round}, [](const store::Row& row) {
                          return Staffing{static_cast<int>(row.i64(0)), row.flag(1), row.flag(2), row.i64(3)};
                        });
  for (const auto& left : load_left(reader, contest, round))
    for (auto& one : out)
      if (one.judges == left.judges && one.extra_needed == left.extra_needed &&
          one.extra_given == left.extra_given)
        --one.works;
  return out;
}

std::vector<JudgeCount> load_judge_counts(store::Reader& reader, ContestId contest, int round) {
  auto out =
      reader.all(R"(select c.judge_id, j.name, c.assigned, c.drafted, c.submitted
from round_judge_count c
join account j on j.id = c.judge_id
where c.contest_id = $1 and c.round = $2
order by c.judge_id)",
                 {contest, round}, [](const store::Row& row) {
                   return JudgeCount{row.id<AccountId>(0), row.text(1), row.i64(2), row.i64(3), row.i64(4)};
                 });
  const auto left = load_left_by_judge(reader, contest, round);
  for (auto& one : out)
    if (const auto found = left.find(one.judge); found != left.end()) {
      one.assigned -= found->second.assigned;
      one.drafted -= found->second.drafted;
      one.submitted -= found->second.submitted;
    }
  std::erase_if(out, [](const JudgeCount& one) { return one.assigned == 0; });
  return out;
}

std::map<Timestamp, std::int64_t> count_handed_in_by_quarter(store::Reader& reader, ContestId contest,
                                                             int round) {
  std::map<Timestamp, std::int64_t> out;
  reader.each(R"(select c.submitted_at / $3, count(*)
from assignment a
join card c on c.assignment_id = a.id
join entry e on e.id = a.entry_id
where a.contest_id = $1 and a.round = $2 and a.state = 'active' and a.card_state = 'submitted'
  and e.state = 'accepted' and c.submitted_at is not null
group by c.submitted_at / $3)",
              std::initializer_list<store::Value>{contest, round, kQuarter.micros},
              [&](const store::Row& row) { out[{row.i64(0) * kQuarter.micros}] = row.i64(1); });
  return out;
}

std::vector<MissingCard> page_missing_cards(store::Reader& reader, ContestId contest, int round,
                                            const CardCursor& after, int limit) {
  return reader.all(R"(select a.code, a.judge_id, j.name
from assignment a
join entry e on e.id = a.entry_id
join account j on j.id = a.judge_id
where a.contest_id = $1 and a.round = $2 and (a.code, a.judge_id) > ($3, $4) and a.state = 'active'
  and a.card_state <> 'submitted' and e.state = 'accepted'
order by a.code, a.judge_id
limit $5)",
                    {contest, round, after.code, after.judge, limit}, [](const store::Row& row) {
                      return MissingCard{row.text(0), row.id<AccountId>(1), row.text(2)};
                    });
}

std::vector<Understaffed> page_understaffed(store::Reader& reader, ContestId contest, int round, int wanted,
                                            const StaffingCursor& after, int limit) {
  return reader.all(R"(select r.code, r.judges
from round_entry r
join entry e on e.id = r.entry_id
where r.contest_id = $1 and r.round = $2 and r.judges < $3 and (r.judges, r.code) > ($4, $5)
  and e.state = 'accepted'
order by r.judges, r.code
limit $6)",
                    {contest, round, wanted, after.judges, after.code, limit}, [&](const store::Row& row) {
                      const auto judges = static_cast<int>(row.i64(1));
                      return Understaffed{row.text(0), judges, wanted - judges};
                    });
}

// In the two statements below `+` keeps SQLite from walking the whole round in the order of codes.

std::vector<std::string> page_extra_needed(store::Reader& reader, ContestId contest, int round,
                                           const std::string& after_code, int limit) {
  return reader.all(R"(select r.code
from round_entry r
join entry e on e.id = r.entry_id
where r.contest_id = $1 and +r.round = $2 and r.extra_needed = 1 and r.extra_judges = 0 and r.code > $3
  and e.state = 'accepted'
order by r.code
limit $4)",
                    {contest, round, after_code, limit}, [](const store::Row& row) { return row.text(0); });
}

std::vector<std::string> load_extra_needed(store::Reader& reader, ContestId contest, int round) {
  return reader.all(
      R"(select code from round_entry where contest_id = $1 and +round = $2 and extra_needed = 1 order by code)",
      {contest, round}, [](const store::Row& row) { return row.text(0); });
}

}  // namespace guong::judging
