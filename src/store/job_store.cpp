// SQL of jobs. A claim is known by its number of attempts: whoever lost it changes nothing any more.
#include "store/job_store.h"

#include <algorithm>
#include <utility>

#include "guong/store/jobs.h"

namespace guong::store {
namespace {

Job to_job(const Row& row) { return {row.id<JobId>(0), row.text(1), row.text(2), row.i64(3)}; }

std::optional<Job> next_waiting(Reader& reader, const Choice& choice, Timestamp now) {
  return reader.one(R"(
select id, kind, payload, attempts
from job
where state = 'waiting' and run_after <= $1 and kind <> $3
order by case when kind = $2 then 1 else 0 end, run_after, id
limit 1)",
                    {now, choice.patient, choice.left_out()}, to_job);
}

std::optional<Job> next_lapsed(Reader& reader, const Choice& choice, Timestamp now) {
  return reader.one(R"(
select id, kind, payload, attempts
from job
where state = 'running' and claimed_at <= $1 and kind <> $3
order by case when kind = $2 then 1 else 0 end, run_after, id
limit 1)",
                    {Timestamp{now.micros - kJobLease.micros}, choice.patient, choice.left_out()}, to_job);
}

}  // namespace

void insert_job(Tx& tx, JobId id, std::string_view kind, std::string_view payload, Timestamp now) {
  tx.exec(R"(
insert into job (id, kind, payload, state, attempts, run_after, created_at)
values ($1, $2, $3, 'waiting', 0, $4, $4))",
          {id, kind, payload, now});
}

std::optional<std::string> find_undone(Reader& reader, std::string_view kind, std::string_view payload) {
  return reader.one(R"(
select state
from job
where kind = $1 and payload = $2 and state <> 'done'
order by created_at, id
limit 1)",
                    {kind, payload}, [](const Row& row) { return row.text(0); });
}

void bring_forward(Tx& tx, std::string_view kind, std::string_view payload, Timestamp now) {
  tx.exec(R"(
update job
set state = 'waiting', attempts = case when attempts < $4 then attempts else $4 end, run_after = $3
where kind = $1 and payload = $2 and state in ('waiting', 'failed'))",
          {kind, payload, now, kMaxAttempts - 1});
}

std::vector<FailingJob> failing_jobs(Reader& reader, std::string_view kind) {
  return reader.all(R"(
select payload, error, created_at
from job
where kind = $1 and state <> 'done' and error is not null
order by created_at, id)",
                    {kind}, [](const Row& row) {
                      return FailingJob{row.text(0), row.text(1), row.time(2)};
                    });
}

void keep_only(Tx& tx, std::string_view kind, const std::vector<std::string>& payloads) {
  const auto left = tx.all("select id, payload from job where kind = $1 and state in ('waiting', 'failed')",
                           {kind}, [](const Row& row) { return std::pair(row.id<JobId>(0), row.text(1)); });
  for (const auto& [id, payload] : left)
    if (std::ranges::find(payloads, payload) == payloads.end())
      tx.exec("delete from job where id = $1", {id});
}

bool any_due(Reader& reader, const Choice& choice, Timestamp now) {
  return next_waiting(reader, choice, now) || next_lapsed(reader, choice, now);
}

std::optional<Job> claim_job(Tx& tx, const Choice& choice, Timestamp now) {
  for (;;) {
    auto job = next_waiting(tx, choice, now);
    if (!job) job = next_lapsed(tx, choice, now);
    if (!job) return std::nullopt;
    // A job that takes the whole program down with it leaves no error behind, only its attempts.
    if (job->attempts >= kMaxAttempts) {
      fail_job(tx, *job, "the program ended each time while this job ran");
      continue;
    }
    ++job->attempts;
    tx.exec(R"(
update job
set state = 'running', claimed_at = $2, attempts = $3
where id = $1)",
            {job->id, now, job->attempts});
    return job;
  }
}

void keep_claim(Tx& tx, const Job& job, Timestamp now) {
  tx.exec(R"(
update job
set claimed_at = $3
where id = $1 and attempts = $2 and state = 'running')",
          {job.id, job.attempts, now});
}

void finish_job(Tx& tx, const Job& job) {
  tx.exec(R"(
update job
set state = 'done', claimed_at = null, error = null
where id = $1 and attempts = $2 and state = 'running')",
          {job.id, job.attempts});
}

void postpone_job(Tx& tx, const Job& job, Timestamp until, std::string_view error) {
  tx.exec(R"(
update job
set state = 'waiting', claimed_at = null, run_after = $3, error = $4
where id = $1 and attempts = $2 and state = 'running')",
          {job.id, job.attempts, until, error});
}

void fail_job(Tx& tx, const Job& job, std::string_view error) {
  tx.exec(R"(
update job
set state = 'failed', claimed_at = null, error = $3
where id = $1 and attempts = $2 and state = 'running')",
          {job.id, job.attempts, error});
}

void delete_done_before(Tx& tx, Timestamp before) {
  tx.exec("delete from job where state = 'done' and run_after < $1", {before});
}

}  // namespace guong::store
