// SQL of terms, declared interests and waivers. What was declared is sealed before it gets here.
#include "judging/interest_store.h"

namespace guong::judging {
namespace {

InterestRow interest_of(const store::Row& row) {
  return {row.id<InterestId>(0), row.id<AccountId>(1), row.text(2), row.blob(3), row.flag(4)};
}

}  // namespace

const char* const kSetInterest = R"(update judge_interest set value_sealed = $2 where id = $1)";

std::optional<Timestamp> load_terms(store::Reader& reader, ContestId contest, AccountId judge) {
  return reader.one(R"(select accepted_at from judge_terms where contest_id = $1 and account_id = $2)",
                    {contest, judge}, [](const store::Row& row) { return row.time(0); });
}

void insert_terms(store::Tx& tx, ContestId contest, AccountId judge, Timestamp now) {
  tx.exec(R"(insert into judge_terms (contest_id, account_id, accepted_at) values ($1, $2, $3)
on conflict (contest_id, account_id) do nothing)",
          {contest, judge, now});
}

void insert_interest(store::Tx& tx, ContestId contest, const InterestRow& interest, Timestamp now) {
  tx.exec(R"(insert into judge_interest (id, contest_id, account_id, kind, value_sealed, declared_at, ending)
values ($1, $2, $3, $4, $5, $6, $7))",
          {interest.id, contest, interest.judge, interest.kind, interest.value_sealed, now,
           interest.decided ? "decided" : "waiting"});
}

std::vector<InterestRow> load_interests(store::Reader& reader, ContestId contest, AccountId judge) {
  return reader.all(
      R"(select id, account_id, kind, value_sealed, case when ending = 'decided' then 1 else 0 end
from judge_interest
where contest_id = $1 and account_id = $2
order by declared_at, id)",
      {contest, judge}, interest_of);
}

std::vector<InterestRow> load_interests(store::Reader& reader, ContestId contest) {
  return reader.all(
      R"(select id, account_id, kind, value_sealed, case when ending = 'decided' then 1 else 0 end
from judge_interest
where contest_id = $1
order by account_id, declared_at, id)",
      {contest}, interest_of);
}

void insert_waiver(store::Tx& tx, ContestId contest, const WaiverRow& waiver, const std::string& reason,
                   AccountId by, Timestamp now) {
  tx.exec(R"(insert into conflict_waiver (contest_id, code, judge_id, reason, waived_by, waived_at)
values ($1, $2, $3, $4, $5, $6)
on conflict (contest_id, code, judge_id) do nothing)",
          {contest, waiver.code, waiver.judge, reason, by, now});
}

std::vector<WaiverRow> load_waivers(store::Reader& reader, ContestId contest) {
  return reader.all(
      R"(select code, judge_id from conflict_waiver where contest_id = $1 order by code, judge_id)",
      {contest}, [](const store::Row& row) {
        return WaiverRow{row.text(0), row.id<AccountId>(1)};
      });
}

}  // namespace guong::judging
