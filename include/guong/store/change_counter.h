// What caches ask before they answer: whether anything was committed since they looked.
#pragma once

#include <atomic>
#include <cstdint>

namespace guong::store {

/// Owned by a store. Any thread.
class ChangeCounter {
 public:
  /// What was read while this stood still is still true. Only whether it differs means something.
  std::uint64_t now() const { return count_; }
  /// Something was committed: by this process, or, as whoever listens for that tells, by another one.
  void note() { ++count_; }

 private:
  std::atomic<std::uint64_t> count_ = 0;
};

}  // namespace guong::store
