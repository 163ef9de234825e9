// The temporary file of an upload, and what one request adds to it. A file belongs to one request at a time
// (UploadTurn).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "uploads/tus.h"

namespace guong::uploads {

/// An open file that grows at its end up to `length`. Throws Error{unavailable} when the disk refuses.
class PartFile {
 public:
  /// Opens or creates, and cuts to `offset`. One that has all its bytes is never written to again (a blob may
  /// share them already): what is appended is compared with what is there.
  PartFile(const std::filesystem::path& path, std::int64_t offset, std::int64_t length);
  PartFile(PartFile&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), compared_(other.compared_), unsent_(other.unsent_) {}
  PartFile& operator=(PartFile&&) = delete;
  ~PartFile();
  void append(std::string_view bytes);
  void cut(std::int64_t offset);
  /// Durable on return.
  void sync();

 private:
  void compare(std::string_view bytes);

  int fd_ = -1;
  std::optional<std::int64_t> compared_;  // of a whole file: up to where what came is what is there
  std::size_t unsent_ = 0;                // bytes that the disk was not asked to take yet
};

/// The hash of the first `length` bytes of an upload.
struct RunningHash {
  std::int64_t length = 0;
  Hasher hasher;
};

/// The bytes that one request brings. Taking them never throws: what went wrong is told at the end.
class Incoming {
 public:
  /// `hash`: of what is there already, when it is known.
  Incoming(std::filesystem::path path, std::int64_t offset, std::int64_t length,
           std::optional<RunningHash> hash, std::optional<tus::Checksum> checksum);

  /// Gathers them into blocks: a socket gives them in small pieces.
  void take(std::string_view bytes);
  /// To be called when the body is through: writes what is gathered and throws what went wrong.
  void check();
  bool checksum_holds() const;
  bool has_checksum() const { return checksum_.has_value(); }
  /// Forgets what this request brought.
  void cut_back();
  /// Makes the bytes durable and the hash known (read from disk when it was not). Slow.
  void settle();

  const std::filesystem::path& path() const { return path_; }
  std::int64_t offset() const { return offset_; }
  bool complete() const { return offset_ == length_; }
  /// After settle().
  Digest digest() const;
  /// Of all that came.
  std::optional<RunningHash> take_hash();

 private:
  void write_gathered();
  void write(std::string_view bytes);

  std::filesystem::path path_;
  PartFile file_;
  std::int64_t start_, length_;
  std::int64_t offset_;
  std::string gathered_;
  std::optional<RunningHash> before_, hash_;
  std::optional<tus::Checksum> checksum_;
  std::optional<Hasher> of_this_;
  std::optional<Error> failure_;
};

}  // namespace guong::uploads
