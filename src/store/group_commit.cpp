// The first in the queue leads: it runs a batch and commits it while the others sleep. A commit costs an
// fsync, so sharing it is what lets many small writes through.
#include "store/group_commit.h"

#include <algorithm>
#include <chrono>

#include "guong/base/error.h"

namespace guong::store {
namespace {

constexpr std::chrono::seconds kPatience{30};

const DbError kLostTogether(DbErrorKind::retry, "the commit shared with others failed");

/// Without memory for a copy: of that.
template <class E>
std::exception_ptr copy_of(const E& why) noexcept {
  try {
    throw E(why);
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

/// Of those that have not failed already, each with an exception of its own, since each throws it in a thread of
/// its own.
template <class E>
void GroupCommit::fail(Batch batch, const E& why) noexcept {
  for (Waiting* one : batch) {
    if (!one->failure) one->failure = copy_of(why);
  }
}

void GroupCommit::write(const Work& work, bool alone) {
  Waiting mine{work, alone, false, false, nullptr, {}};
  std::unique_lock lock(mutex_);
  queue_.push_back(&mine);
  wait(lock, mine);
  if (!mine.done) {  // at the front, and nobody leads
    leading_ = true;
    Room room;
    const Batch batch = next_batch(room);
    lock.unlock();
    run_batch(batch);
    lock.lock();
    for (Waiting* one : batch) {
      one->done = true;
      one->changed.notify_one();
    }
    leading_ = false;
    if (!queue_.empty()) queue_.front()->changed.notify_one();
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
}

/// Until another has done it, or it is this one's turn to lead.
void GroupCommit::wait(std::unique_lock<std::mutex>& lock, Waiting& mine) {
  const auto ready = [&] { return mine.done || (!leading_ && !queue_.empty() && queue_.front() == &mine); };
  if (mine.changed.wait_for(lock, kPatience, ready)) return;
  // Already in a batch: it may be committed, so its outcome has to be awaited.
  if (mine.taken) return mine.changed.wait(lock, ready);
  std::erase(queue_, &mine);
  throw DbError(DbErrorKind::busy, "others are writing");
}

GroupCommit::Batch GroupCommit::next_batch(Room& room) {
  std::size_t count = 0;
  do {
    Waiting* one = room[count++] = queue_.front();
    one->taken = true;
    queue_.pop_front();
  } while (!queue_.empty() && !room[count - 1]->alone && !queue_.front()->alone && count < kMostWorks);
  return Batch(room).first(count);
}

/// Throws nothing: who waits for this batch, and for the next leader, would wait in vain.
void GroupCommit::run_batch(Batch batch) noexcept {
  try {
    if (disk_failed_) throw Error(ErrorKind::unavailable, "store.disk_failed");
    connection_->roll_back();  // what a broken batch may have left
    connection_->run("begin immediate");
    run_works(batch);
    if (!connection_->usable()) commit(batch);
  } catch (const Error& error) {
    connection_->roll_back();
    fail(batch, error);
  } catch (const DbError& error) {
    connection_->roll_back();
    fail(batch, error);
  } catch (...) {
    connection_->roll_back();
    fail(batch, std::bad_alloc());  // nothing else is thrown here
  }
}

/// Some errors, like a full disk, end the whole transaction, and with it the works before this one.
void GroupCommit::run_works(Batch batch) {
  for (Waiting* one : batch) {
    run_work(*one);
    if (connection_->usable()) return fail(batch, kLostTogether);
  }
}

/// In a savepoint: a work that fails is undone alone, and the others of the batch are still committed.
void GroupCommit::run_work(Waiting& one) {
  try {
    connection_->run("savepoint work");
    one.work(*connection_);
    connection_->run("release work");
    return;
  } catch (...) {
    one.failure = std::current_exception();
  }
  try {
    connection_->run("rollback to work");
    connection_->run("release work");
  } catch (...) {
    connection_->roll_back();
  }
}

/// After an fsync that failed nobody knows what the disk holds: the works may or may not survive, and nothing
/// may be written on top.
void GroupCommit::commit(Batch batch) {
  try {
    connection_->run("commit");
  } catch (const std::exception& error) {
    connection_->roll_back();
    const auto done = std::ranges::count(batch, nullptr, &Waiting::failure);
    if (disk_failed_) return fail(batch, DbError(DbErrorKind::in_doubt, error.what()));
    if (done > 1) return fail(batch, kLostTogether);
    throw;  // one alone is told why
  }
}

}  // namespace guong::store
