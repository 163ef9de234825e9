// SQL of jobs as a whole, apart from claiming and running them.
#include "guong/store/failed_jobs.h"

namespace guong::store {

JobCounts job_counts(Reader& reader) {
  const auto of = [&](const char* state) {
    return reader.number("select count(*) from job where state = $1", {state});
  };
  return {of("waiting"), of("running"), of("failed")};
}

std::vector<FailedJob> failed_jobs(Reader& reader) {
  return reader.all(R"(select id, kind, error, attempts, created_at from job
where state = 'failed'
order by run_after desc, id desc
limit 100)",
                    {}, [](const Row& row) {
                      return FailedJob{row.id<JobId>(0), row.text(1), row.opt_text(2).value_or(""),
                                       row.i64(3), row.time(4)};
                    });
}

bool retry_failed_job(Tx& tx, JobId job, Timestamp now) {
  return tx.exec(
             "update job set state = 'waiting', attempts = 0, run_after = $2 where id = $1 and state = "
             "'failed'",
             {job, now}) == 1;
}

}  // namespace guong::store
