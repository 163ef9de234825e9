// Threads that run jobs. A claim is a lease that is renewed: a runner that dies gives its jobs back by
// silence.
#include "guong/store/jobs.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "guong/base/error.h"
#include "store/job_store.h"

namespace guong::store {
namespace {

constexpr std::chrono::seconds kPoll{1};
// A quarter of kJobLease: a beat that is lost costs no job its lease.
constexpr std::chrono::seconds kHeartbeat{30};
constexpr std::size_t kMaxErrorText = 500;

Duration back_off(std::int64_t attempts) { return minutes(std::int64_t{1} << (attempts - 1)); }

/// Foreign exceptions may say anything in any encoding.
std::string printable(std::string text) {
  text.resize(std::min(text.size(), kMaxErrorText));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

/// What the handler failed with, or nothing when it did its work.
std::optional<std::string> run_handler(const std::map<std::string, JobHandler>& handlers, const Job& job) {
  const auto handler = handlers.find(job.kind);
  if (handler == handlers.end()) return "no handler for this kind of job";
  try {
    handler->second(job.payload);
    return std::nullopt;
  } catch (const std::exception& error) {
    return printable(error.what());
  } catch (...) {
    return "an exception of unknown type";
  }
}

}  // namespace

JobId enqueue(Tx& tx, Random& random, Timestamp now, std::string_view kind, std::string_view payload) {
  const auto id = random.id<JobId>();
  insert_job(tx, id, kind, payload, now);
  return id;
}

bool enqueue_once(Tx& tx, Random& random, Timestamp now, std::string_view kind, std::string_view payload) {
  const auto state = find_undone(tx, kind, payload);
  if (state)
    bring_forward(tx, kind, payload, now);
  else
    enqueue(tx, random, now, kind, payload);
  return state != "running";
}

void prune_jobs(Tx& tx, Timestamp now) { delete_done_before(tx, now - days(7)); }

struct JobRunner::State {
  State(Store& s, std::map<std::string, JobHandler> h, int count, std::string p)
      : store(s), handlers(std::move(h)), patient(std::move(p)), patient_at_once(std::max(1, count - 1)) {}

  /// Claims and runs one job; false when none is due. `clock` is asked again after the work.
  template <class Clock>
  bool run_one(Clock clock) {
    const auto job = claim(clock());
    if (!job) return false;
    const auto failure = run_handler(handlers, *job);
    forget(*job);
    settle(*job, failure, clock());
    return true;
  }

  Choice choice() {
    const std::lock_guard lock(mutex);
    const auto busy = std::ranges::count(running, patient, &Job::kind);
    return {patient, busy < patient_at_once};
  }

  std::optional<Job> claim(Timestamp now) {
    // Looking first keeps idle runners from taking the writer's turn.
    if (!store.read([&](Reader& reader) { return any_due(reader, choice(), now); })) return std::nullopt;
    // Two threads of one process would claim the same row, and one claim would fail and be tried again.
    const std::lock_guard one_at_a_time(claiming);
    const auto chosen = choice();
    auto job = store.write([&](Tx& tx) { return claim_job(tx, chosen, now); });
    const std::lock_guard lock(mutex);
    if (job) running.push_back(*job);
    return job;
  }

  void settle(const Job& job, const std::optional<std::string>& failure, Timestamp now) {
    store.write([&](Tx& tx) {
      if (!failure) {
        finish_job(tx, job);
      } else if (job.attempts >= kMaxAttempts) {
        fail_job(tx, job, *failure);
      } else {
        postpone_job(tx, job, now + back_off(job.attempts), *failure);
      }
    });
  }

  void forget(const Job& job) {
    const std::lock_guard lock(mutex);
    std::erase_if(running, [&](const Job& other) { return other.id == job.id; });
  }

  void work() {
    bool worked = false;
    for (;;) {
      const auto seen = wakes_so_far();
      bool ran = false;
      try {
        ran = run_one(system_now);
      } catch (const std::exception&) {
        // The database is out of reach: the job stays claimed until its lease ends, and is then
        // taken up again.
      }
      // A job may have needed much for a moment: the allocator would keep it for ever.
      if (worked && !ran) ::malloc_trim(0);
      worked = ran;
      std::unique_lock lock(mutex);
      if (!ran) changed.wait_for(lock, kPoll, [&] { return stopping || wakes != seen; });
      if (stopping) return;
    }
  }

  std::uint64_t wakes_so_far() {
    const std::lock_guard lock(mutex);
    return wakes;
  }

  /// Renews the leases of what runs here, so that long jobs are not run twice.
  void keep_leases() {
    std::unique_lock lock(mutex);
    while (!changed.wait_for(lock, kHeartbeat, [&] { return stopping; })) {
      const std::vector<Job> jobs = running;
      lock.unlock();
      try {
        store.write([&](Tx& tx) {
          for (const Job& job : jobs) keep_claim(tx, job, system_now());
        });
      } catch (const std::exception&) {
        // The next beat comes well before the lease ends.
      }
      lock.lock();
    }
  }

  Store& store;
  const std::map<std::string, JobHandler> handlers;
  const std::string patient;
  const std::ptrdiff_t patient_at_once;
  std::mutex claiming;
  std::mutex mutex;
  std::condition_variable changed;
  bool stopping = false;
  std::uint64_t wakes = 0;
  std::vector<Job> running;
  std::vector<std::thread> threads;
};

JobRunner::JobRunner(Store& store, std::map<std::string, JobHandler> handlers, int threads,
                     std::string patient)
    : state_(std::make_unique<State>(store, std::move(handlers), threads, std::move(patient))) {
  for (int i = 0; i < threads; ++i) state_->threads.emplace_back([this] { state_->work(); });
  state_->threads.emplace_back([this] { state_->keep_leases(); });
}

JobRunner::~JobRunner() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->changed.notify_all();
  for (std::thread& thread : state_->threads) thread.join();
}

void JobRunner::wake() {
  {
    const std::lock_guard lock(state_->mutex);
    ++state_->wakes;
  }
  state_->changed.notify_all();
}

int JobRunner::run_due(Timestamp now) {
  int count = 0;
  while (state_->run_one([&] { return now; })) ++count;
  return count;
}

}  // namespace guong::store
