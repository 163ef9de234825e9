// Counts that are taken at most once in ten minutes, whoever asks how often: two looks must not tell when a
// single work arrived.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

#include "guong/base/time.h"

namespace guong {

inline constexpr Duration kCountsHold = minutes(10);

template <class Key, class Counts>
class HeldCounts {
 public:
  struct Held {
    Counts counts;
    Timestamp at, until;  // when they were taken, and when they are taken again
  };

  /// The counts of `key`, taken by `take()` when none are held. It runs without the lock, so that a slow one
  /// keeps nobody else waiting; when two take at once, both get those that were there first. Any thread.
  template <class F>
  Held get(const Key& key, Timestamp now, F take) {
    if (const std::lock_guard lock(mutex_); const Held* held = find(key, now)) return *held;
    // Ten minutes by the clock, not from the first look: nobody chooses when they begin.
    const Timestamp until{now.micros - now.micros % kCountsHold.micros + kCountsHold.micros};
    Held fresh{take(), now, until};
    const std::lock_guard lock(mutex_);
    if (const Held* held = find(key, now)) return *held;
    make_room(now);
    return held_[key] = std::move(fresh);
  }

 private:
  const Held* find(const Key& key, Timestamp now) const {
    const auto found = held_.find(key);
    return found == held_.end() || now >= found->second.until ? nullptr : &found->second;
  }
  void make_room(Timestamp now) {
    constexpr std::size_t kMost = 1000;
    if (held_.size() < kMost) return;
    std::erase_if(held_, [&](const auto& item) { return now >= item.second.until; });
    if (held_.size() >= kMost) held_.clear();
  }

  std::mutex mutex_;
  std::map<Key, Held> held_;
};

}  // namespace guong
