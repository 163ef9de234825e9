// One SQLite connection that writes for all threads. Whoever finds nobody at it runs all the works that wait,
// each in a savepoint of its own, and commits them together: many acknowledged works cost one fsync. Nobody
// returns before that commit.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <span>

#include "store/sqlite_connection.h"

namespace guong::store {

class GroupCommit {
 public:
  /// Runs inside the open transaction, on any thread; throws what makes it undone.
  using Work = std::function<void(SqliteConnection&)>;

  /// `disk_failed` is set by the connection when nobody knows any more what the disk holds.
  GroupCommit(std::unique_ptr<SqliteConnection> connection, const std::atomic<bool>& disk_failed)
      : connection_(std::move(connection)), disk_failed_(disk_failed) {}

  /// Returns when the work is durable. `alone`: no other work shares its commit. Throws what the work threw;
  /// DbError{busy} after half a minute of waiting; {retry} when works that shared the commit were lost
  /// together, {in_doubt} after a failed fsync.
  void write(const Work& work, bool alone);

 private:
  struct Waiting {
    const Work& work;
    const bool alone;
    bool taken = false, done = false;
    std::exception_ptr failure;
    std::condition_variable changed;
  };
  // Bounded, so that the first of a batch does not wait for all who come after it.
  static constexpr std::size_t kMostWorks = 64;
  using Room = std::array<Waiting*, kMostWorks>;  // on the leader's stack: gathering a batch cannot fail
  using Batch = std::span<Waiting* const>;

  void wait(std::unique_lock<std::mutex>& lock, Waiting& mine);
  Batch next_batch(Room& room);
  void run_batch(Batch batch) noexcept;
  void run_works(Batch batch);
  void run_work(Waiting& one);
  void commit(Batch batch);
  template <class E>
  static void fail(Batch batch, const E& why) noexcept;

  const std::unique_ptr<SqliteConnection> connection_;  // of whoever leads
  const std::atomic<bool>& disk_failed_;
  std::mutex mutex_;
  bool leading_ = false;
  std::deque<Waiting*> queue_;
};

}  // namespace guong::store
