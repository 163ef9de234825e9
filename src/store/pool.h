// A pool of connections, grown on demand up to a limit. Any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "guong/store/store.h"

namespace guong::store {

template <class Connection>
class Pool {
 public:
  using Make = std::function<std::unique_ptr<Connection>()>;
  Pool(int limit, Make make) : room_(limit), make_(std::move(make)) {}

  /// A connection on loan; given back on destruction, or closed when it is no longer usable.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_) pool_->give_back(std::move(connection_));
    }
    Connection* operator->() const { return connection_.get(); }
    Connection& operator*() const { return *connection_; }

   private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  /// Waits a while when all are on loan, then throws DbError{busy}.
  Lease take() {
    std::unique_lock lock(mutex_);
    const bool found =
        freed_.wait_for(lock, std::chrono::seconds(30), [&] { return !idle_.empty() || room_ > 0; });
    if (!found) throw DbError(DbErrorKind::busy, "every connection is in use");
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection));
    }
    --room_;
    lock.unlock();
    try {
      return Lease(*this, make_());
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

 private:
  void give_back(std::unique_ptr<Connection> connection) {
    if (connection && !connection->usable()) connection.reset();
    {
      const std::lock_guard lock(mutex_);
      if (connection) {
        idle_.push_back(std::move(connection));
      } else {
        ++room_;
      }
    }
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int room_;
  Make make_;
};

}  // namespace guong::store
