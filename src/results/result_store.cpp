// SQL of results, consents and awards.
#include "results/result_store.h"

#include "guong/base/error.h"

namespace guong::results {
namespace {

Result result_of(const store::Row& row) {
  return {.id = row.id<ResultId>("id"),
          .contest = row.id<ContestId>("contest_id"),
          .number = row.i64("number"),
          .state = read_state(row.text("state")),
          .ranking = row.text("ranking"),
          .ranking_sha256 = row.blob("ranking_sha256"),
          .decision_number = row.opt_text("decision_number").value_or(""),
          .computed_at = row.time("computed_at"),
          .computed_by = row.id<AccountId>("computed_by"),
          .proposed_at = row.opt_time("proposed_at"),
          .approved_at = row.opt_time("approved_at"),
          .publish_at = row.opt_time("publish_at"),
          .published_at = row.opt_time("published_at"),
          .proposed_by = row.opt_id<AccountId>("proposed_by"),
          .approved_by = row.opt_id<AccountId>("approved_by"),
          .supersedes = row.opt_id<ResultId>("supersedes"),
          .reason = row.opt_text("reason").value_or(""),
          .revision = row.revision("revision")};
}

Award award_of(const store::Row& row) {
  return {.position = static_cast<int>(row.i64("position")),
          .prize = row.text("prize"),
          .category = row.text("category"),
          .code = row.text("code"),
          .entry = row.opt_id<EntryId>("entry_id"),
          .unit = row.opt_id<UnitId>("unit_id"),
          .rank = static_cast<int>(row.i64("rank")),
          .score = row.text("score"),
          .money = row.i64("money"),
          .note = row.text("note")};
}

}  // namespace

void insert_result(store::Tx& tx, const Result& r) {
  tx.exec(
      R"(insert into result (id, contest_id, number, state, ranking, ranking_sha256, computed_at, computed_by, supersedes, reason, revision)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1))",
      {r.id, r.contest, r.number, state_name(r.state), r.ranking, r.ranking_sha256, r.computed_at,
       r.computed_by, r.supersedes, r.reason});
}

std::optional<Result> load_result(store::Reader& reader, ContestId contest, ResultId id) {
  return reader.one(
      R"(select id, contest_id, number, state, ranking, ranking_sha256, decision_number, computed_at, computed_by,
  proposed_at, proposed_by, approved_at, approved_by, publish_at, published_at, supersedes, reason, revision
from result
where id = $1 and contest_id = $2)",
      {id, contest}, result_of);
}

std::vector<Result> load_results(store::Reader& reader, ContestId contest) {
  return reader.all(
      R"(select id, contest_id, number, state, '' as ranking, ranking_sha256, decision_number, computed_at, computed_by,
  proposed_at, proposed_by, approved_at, approved_by, publish_at, published_at, supersedes, reason, revision
from result
where contest_id = $1
order by number desc)",
      {contest}, result_of);
}

std::optional<std::int64_t> load_witnessed_after(store::Reader& reader, ResultId id) {
  const auto seq = reader.one(R"(select witnessed_after from result where id = $1)", {id},
                              [](const store::Row& row) { return row.opt_i64(0); });
  return seq ? *seq : std::nullopt;
}

void set_witnessed_after(store::Tx& tx, ResultId id, std::int64_t seq) {
  tx.exec(R"(update result set witnessed_after = $2 where id = $1)", {id, seq});
}

std::vector<Result> load_awaiting_witnesses(store::Reader& reader, Timestamp now) {
  return reader.all(
      R"(select id, contest_id, number, state, '' as ranking, ranking_sha256, decision_number, computed_at, computed_by,
  proposed_at, proposed_by, approved_at, approved_by, publish_at, published_at, supersedes, reason, revision
from result
where state = 'approved' and witnessed_after is not null and publish_at <= $1
order by publish_at, id)",
      {now}, result_of);
}

std::int64_t update_result(store::Tx& tx, const Result& r) {
  return tx.exec(
      R"(update result set state = $3, decision_number = $4, proposed_at = $5, proposed_by = $6, approved_at = $7,
  approved_by = $8, publish_at = $9, published_at = $10, revision = revision + 1
where id = $1 and revision = $2)",
      {r.id, r.revision, state_name(r.state), r.decision_number, r.proposed_at, r.proposed_by, r.approved_at,
       r.approved_by, r.publish_at, r.published_at});
}

void update_ranking(store::Tx& tx, const Result& r) {
  tx.exec(R"(update result set ranking = $2, ranking_sha256 = $3 where id = $1)",
          {r.id, r.ranking, r.ranking_sha256});
}

std::int64_t insert_consent(store::Tx& tx, ResultId result, AccountId account, Timestamp now) {
  return tx.exec(R"(insert into join_consent (result_id, account_id, consented_at) values ($1, $2, $3)
on conflict (result_id, account_id) do nothing)",
                 {result, account, now});
}

std::vector<Consent> load_consents(store::Reader& reader, ResultId result) {
  return reader.all(
      R"(select account_id, consented_at from join_consent where result_id = $1 order by consented_at, account_id)",
      {result}, [](const store::Row& row) {
        return Consent{row.id<AccountId>(0), row.time(1)};
      });
}

std::int64_t most_consents(store::Reader& reader, ContestId contest) {
  return reader.number(R"(select max(people) from (
  select count(*) as people from join_consent c
  join result r on r.id = c.result_id
  where r.contest_id = $1
  group by c.result_id) consents)",
                       {contest});
}

std::vector<Award> load_awards(store::Reader& reader, ResultId result) {
  return reader.all(
      R"(select position, prize, category, code, entry_id, unit_id, rank, score, money, note
from award
where result_id = $1
order by position)",
      {result}, award_of);
}

void replace_awards(store::Tx& tx, Random& random, ResultId result, const std::vector<Award>& awards) {
  tx.exec(R"(delete from award where result_id = $1)", {result});
  int position = 0;
  for (const auto& a : awards)
    tx.exec(
        R"(insert into award (id, result_id, position, prize, category, code, entry_id, unit_id, rank, score, money, note)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
        {random.id<AwardId>(), result, ++position, a.prize, a.category, a.code, a.entry, a.unit, a.rank,
         a.score, a.money, a.note});
}

}  // namespace guong::results
