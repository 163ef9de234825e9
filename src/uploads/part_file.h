// The temporary file of an upload, sealed piece by piece, and what one request adds to it. A file belongs to
// one request at a time (UploadTurn).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/sealed_bytes.h"
#include "uploads/tus.h"

namespace guong::uploads {

/// An open file that grows at its end. Throws Error{unavailable} when the disk refuses.
class PartFile {
 public:
  /// Opens or creates, and cuts to `size`.
  PartFile(const std::filesystem::path& path, std::int64_t size);
  PartFile(PartFile&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)),
        end_(other.end_),
        begun_(other.begun_),
        reserved_(other.reserved_) {}
  PartFile& operator=(PartFile&&) = delete;
  ~PartFile();
  void append(std::string_view bytes);
  void cut(std::int64_t size);
  /// Nothing more will be appended: gives back what was reserved.
  void end();
  /// Durable on return.
  void sync();

 private:
  void reserve();
  int fd_ = -1;
  std::int64_t end_ = 0, begun_ = 0, reserved_ = 0;  // its size; up to where the disk took it up, has places
};

/// The hashes of what has come of an upload, and of the sealed bytes that hold it.
struct RunningHash {
  std::int64_t length = 0, sealed_length = 0;
  Hasher hasher{}, sealed_hasher{};
};

/// How far the part at `path` has come. What a crash tore off its end does not count.
SealedExtent part_extent(const std::filesystem::path& path);

/// The bytes that one request brings. Taking them never throws: what went wrong is told at the end.
class Incoming {
 public:
  /// `key`: seals the part. `hash`: of what is there already, when it is known.
  Incoming(std::filesystem::path path, std::string key, std::int64_t offset, std::int64_t length,
           std::optional<RunningHash> hash, std::optional<tus::Checksum> checksum);

  /// Each call makes a piece of its own, or several.
  void take(std::string_view bytes);
  /// To be called when the body is through: throws what went wrong.
  void check() const;
  bool checksum_holds() const;
  bool has_checksum() const { return checksum_.has_value(); }
  /// Forgets what this request brought.
  void cut_back();
  /// Makes the bytes durable and the hashes known (read from disk when they were not). When the disk fails,
  /// what this request brought is given up: the kernel may have dropped it, and would call it written if it
  /// were asked again. Slow.
  void settle();

  const std::filesystem::path& path() const { return path_; }
  std::int64_t offset() const { return offset_; }
  bool complete() const { return offset_ == length_; }
  /// After settle(): of all that came, and of the file that holds it.
  Digest digest() const;
  Digest sealed_digest() const;
  /// Of all that came.
  std::optional<RunningHash> take_hash();

 private:
  void begin_from_disk();
  void write(std::string_view bytes);
  void append(std::string_view bytes);
  void compare(std::string_view bytes) const;
  void sync_or_give_up();
  void read_hash();

  std::filesystem::path path_;
  std::string key_;
  std::int64_t start_, sealed_start_ = 0, length_;
  std::int64_t offset_, sealed_offset_ = 0;
  bool whole_ = false;  // all of it was there before: it is not written to again
  std::optional<PartFile> file_;
  std::optional<RunningHash> before_, hash_;
  std::optional<tus::Checksum> checksum_;
  std::optional<Hasher> of_this_;
  std::optional<Error> failure_;
};

}  // namespace guong::uploads
