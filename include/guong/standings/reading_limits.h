// How much of a published results file is read: by whoever verifies one, and by whoever publishes one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guong::standings {

/// Bytes of a file; bytes of one value or element, which are in memory at once.
struct ReadingLimits {
  std::uint64_t file = 0;
  std::size_t value = 0;
};

/// A file of 100,000 works with three cards each has, by estimate, 430 MB; what is in memory at once (all prizes, a proof) is
/// far less.
inline constexpr ReadingLimits kResultsFileLimits{std::uint64_t{1} << 30, std::size_t{64} << 20};

}  // namespace guong::standings
