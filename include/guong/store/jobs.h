// Slow work as rows: claimed, retried with back-off, visible. Runs on worker threads, never on an
// event thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::store {

/// Adds a job in the transaction of the action that needs it. `payload` is JSON text for the handler
/// of `kind`.
JobId enqueue(Tx& tx, Random& random, Timestamp now, std::string_view kind, std::string_view payload);

/// The same for what is done once however often it is asked for: no other job of that kind and payload is
/// kept beside. One that waits, or was given up, is tried now. False while one runs, which may have looked
/// already at what has changed since: ask again.
bool enqueue_once(Tx& tx, Random& random, Timestamp now, std::string_view kind, std::string_view payload);
/// Jobs of a kind whose last try failed, the oldest first.
struct FailingJob {
  std::string payload, error;
  Timestamp since;  // when it was asked for
};
std::vector<FailingJob> failing_jobs(Reader& reader, std::string_view kind);
/// Forgets the jobs of a kind that wait or were given up, but for these payloads.
void keep_only(Tx& tx, std::string_view kind, const std::vector<std::string>& payloads);

/// Forgets jobs that were done a week ago; failed ones stay until they are tried anew.
void prune_jobs(Tx& tx, Timestamp now);

/// A handler does its work outside a transaction and may be run again after a crash: it must be
/// idempotent. An exception means: try again later (1 min, 2, 4... up to 8 tries), then `failed`.
using JobHandler = std::function<void(const std::string& payload)>;

/// Threads that claim and run jobs until destroyed. Jobs of the kind `patient`, of which there may be thousands
/// that take minutes, come after all others, and never have the last thread.
class JobRunner {
 public:
  JobRunner(Store& store, std::map<std::string, JobHandler> handlers, int threads, std::string patient = "");
  ~JobRunner();
  /// Wakes a thread at once, after a transaction that enqueued.
  void wake();
  /// Runs what is due in the calling thread until nothing is (tests, commands). Gives the number of
  /// jobs run.
  int run_due(Timestamp now);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace guong::store
