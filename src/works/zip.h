// Zip files as parts in memory, with ceilings against bombs.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct zip;

namespace guong::works {

inline constexpr std::int64_t kMostZipEntries = 10'000;
inline constexpr std::int64_t kMostZipPartBytes = 128LL << 20;
inline constexpr std::int64_t kMostZipBytes = 384LL << 20;

/// Thrown when a file promises to become more than we are ready to hold.
struct TooLargeInside {};

/// Reads one zip file. Not for sharing between threads.
class ZipReader {
 public:
  /// Nothing when it is not a zip file. Throws TooLargeInside when it has too many entries.
  static std::optional<ZipReader> open(const std::filesystem::path& file);

  const std::vector<std::string>& names() const { return names_; }
  /// Nothing when there is no such part or it cannot be unpacked. Throws TooLargeInside beyond the
  /// limits for one part or for all that was read so far: counted while unpacking, whatever the
  /// directory claims.
  std::optional<std::string> read(const std::string& name);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::vector<std::string> names_;
  std::int64_t bytes_read_ = 0;
};

/// Writes a new zip file whose entries all bear the same date. False when it cannot be written.
bool write_zip(const std::filesystem::path& file, const std::map<std::string, std::string>& parts);

}  // namespace guong::works
