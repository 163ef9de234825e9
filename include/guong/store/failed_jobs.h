// What an administrator sees of jobs: how many there are, which failed, and trying one anew.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::store {

struct JobCounts {
  std::int64_t waiting = 0, running = 0, failed = 0;
};
JobCounts job_counts(Reader& reader);

struct FailedJob {
  JobId id;
  std::string kind, error;
  std::int64_t attempts = 0;
  Timestamp created_at;
};
/// The newest hundred.
std::vector<FailedJob> failed_jobs(Reader& reader);
/// Lets a failed job be tried anew; false when it is none.
bool retry_failed_job(Tx& tx, JobId job, Timestamp now);

}  // namespace guong::store
