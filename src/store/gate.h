// A lock that many hold at once, or one alone. Whoever asks to be alone is next (later ones wait behind),
// which std::shared_mutex does not promise: a write that lost to its rivals would go on losing.
#pragma once

#include <condition_variable>
#include <mutex>

namespace guong::store {

class Gate {
 public:
  class Pass {
   public:
    Pass(Gate& gate, bool alone) : gate_(gate), alone_(alone) { gate_.enter(alone_); }
    ~Pass() { gate_.leave(alone_); }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;

   private:
    Gate& gate_;
    const bool alone_;
  };

 private:
  void enter(bool alone) {
    std::unique_lock lock(mutex_);
    if (!alone) {
      changed_.wait(lock, [&] { return asking_ == 0 && !taken_; });
      ++inside_;
      return;
    }
    ++asking_;
    changed_.wait(lock, [&] { return inside_ == 0 && !taken_; });
    --asking_;
    taken_ = true;
  }
  void leave(bool alone) {
    {
      const std::lock_guard lock(mutex_);
      if (alone) {
        taken_ = false;
      } else {
        --inside_;
      }
    }
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int inside_ = 0;
  int asking_ = 0;
  bool taken_ = false;
};

}  // namespace guong::store
