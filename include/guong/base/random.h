// Random numbers, passed in from the edge so that tests can fix them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"

namespace guong {

/// A source of random bytes. Implementations are safe to call from any thread.
class Random {
 public:
  virtual ~Random() = default;
  virtual Bytes bytes(std::size_t n) = 0;

  /// Uniform in [0, bound).
  std::uint64_t below(std::uint64_t bound);
  /// A fresh identifier: 1 to 2^53-1.
  template <class Id>
  Id id() {
    return Id{static_cast<std::int64_t>(below((1ULL << 53) - 1)) + 1};
  }
  /// `n` characters of an alphabet without look-alikes (no 0 O 1 I L).
  std::string code(std::size_t n);
  /// 256 bits as base64url, for cookies and one-time links.
  std::string token();
};

/// The operating system's generator.
Random& system_random();

/// Reproducible, for tests, demos and draws by a recorded seed.
class SeededRandom : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : seed_(seed) {}
  Bytes bytes(std::size_t n) override;

 private:
  std::uint64_t seed_;
  std::uint64_t counter_ = 0;
  std::mutex mutex_;
};

}  // namespace guong
