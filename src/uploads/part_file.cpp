// Appends, hashes while appending, and keeps file, offset and hash in agreement when a write fails.
#include "uploads/part_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "guong/uploads/upload.h"

namespace guong::uploads {
namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr std::size_t kBlock = 64 * 1024;

[[noreturn]] void disk_error() {
  throw Error(ErrorKind::unavailable,
              errno == ENOSPC || errno == EDQUOT ? "entries.disk_full" : "entries.disk_failed");
}

class ReadOnly {
 public:
  explicit ReadOnly(const std::filesystem::path& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) disk_error();
  }
  ~ReadOnly() { ::close(fd_); }
  ReadOnly(const ReadOnly&) = delete;
  std::string_view next(std::vector<char>& buffer) const {
    ssize_t got = 0;
    do got = ::read(fd_, buffer.data(), buffer.size());
    while (got < 0 && errno == EINTR);
    if (got < 0) disk_error();
    return {buffer.data(), static_cast<std::size_t>(got)};
  }

 private:
  int fd_;
};

Hasher hasher_of(const std::filesystem::path& path) {
  const ReadOnly file(path);
  std::vector<char> buffer(kPiece);
  Hasher hasher;
  for (auto piece = file.next(buffer); !piece.empty(); piece = file.next(buffer)) hasher.update(piece);
  return hasher;
}

Digest digest_of(const Hasher& hasher) {
  const auto bytes = hasher.digest();
  Digest digest{};
  std::copy_n(bytes.begin(), digest.size(), digest.begin());
  return digest;
}

std::optional<RunningHash> copy_of(const std::optional<RunningHash>& hash) {
  if (!hash) return std::nullopt;
  return RunningHash{hash->length, hash->hasher.copy()};
}

}  // namespace

Digest hash_file(const std::filesystem::path& path) { return digest_of(hasher_of(path)); }

std::int64_t file_size_or_zero(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_size : 0;
}

PartFile::PartFile(const std::filesystem::path& path, std::int64_t offset, std::int64_t length) {
  if (file_size_or_zero(path) >= length) compared_ = offset;
  fd_ = compared_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC)
                  : ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd_ < 0) disk_error();
  if (!compared_ && ::ftruncate(fd_, offset) != 0) {
    ::close(fd_);
    disk_error();
  }
}

PartFile::~PartFile() {
  if (fd_ >= 0) ::close(fd_);
}

void PartFile::compare(std::string_view bytes) {
  std::string there(bytes.size(), '\0');
  const auto got = ::pread(fd_, there.data(), there.size(), *compared_);
  if (got < 0) disk_error();
  if (static_cast<std::size_t>(got) != bytes.size() || there != bytes)
    throw Error(ErrorKind::conflict, "entries.checksum_differs");
  *compared_ += got;
}

void PartFile::append(std::string_view bytes) {
  if (compared_) return compare(bytes);
  unsent_ += bytes.size();
  while (!bytes.empty()) {
    const auto written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) disk_error();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  // The disk begins while more arrives, so that sync() has little left to wait for.
  if (unsent_ < kPiece) return;
  ::sync_file_range(fd_, 0, 0, SYNC_FILE_RANGE_WRITE);
  unsent_ = 0;
}

void PartFile::cut(std::int64_t offset) {
  if (compared_) {
    compared_ = offset;
    return;
  }
  if (::ftruncate(fd_, offset) != 0) disk_error();
}

void PartFile::sync() {
  if (::fdatasync(fd_) != 0) disk_error();
}

Incoming::Incoming(std::filesystem::path path, std::int64_t offset, std::int64_t length,
                   std::optional<RunningHash> hash, std::optional<tus::Checksum> checksum)
    : path_(std::move(path)),
      file_(path_, offset, length),
      start_(offset),
      length_(length),
      offset_(offset),
      checksum_(std::move(checksum)) {
  if (hash && hash->length == offset)
    hash_ = std::move(hash);
  else if (offset == 0)
    hash_ = RunningHash{0, Hasher()};
  if (!checksum_) return;
  before_ = copy_of(hash_);
  of_this_.emplace(checksum_->algorithm == "sha1" ? Hasher::Kind::sha1 : Hasher::Kind::sha256);
}

void Incoming::take(std::string_view bytes) {
  gathered_ += bytes;
  if (gathered_.size() >= kBlock) write_gathered();
}

void Incoming::write_gathered() {
  if (!failure_ && !gathered_.empty()) write(gathered_);
  gathered_.clear();
}

void Incoming::write(std::string_view bytes) {
  try {
    if (offset_ + static_cast<std::int64_t>(bytes.size()) > length_)
      throw Error(ErrorKind::too_large, "entries.more_than_announced");
    file_.append(bytes);
    offset_ += static_cast<std::int64_t>(bytes.size());
    if (hash_) {
      hash_->hasher.update(bytes);
      hash_->length = offset_;
    }
    if (of_this_) of_this_->update(bytes);
  } catch (const Error& error) {
    // A piece that was written in part is cut off, so that file, offset and hash agree. (A failure here shows
    // in the next request.)
    failure_ = error;
    try {
      file_.cut(offset_);
    } catch (const Error&) {
      hash_.reset();
    }
  }
}

void Incoming::check() {
  write_gathered();
  if (failure_) throw *failure_;
}

bool Incoming::checksum_holds() const {
  return !checksum_ || as_text(of_this_->digest()) == checksum_->digest;
}

void Incoming::cut_back() {
  gathered_.clear();
  file_.cut(start_);
  offset_ = start_;
  hash_ = copy_of(before_);
}

std::optional<RunningHash> Incoming::take_hash() {
  write_gathered();
  return std::exchange(hash_, std::nullopt);
}

void Incoming::settle() {
  file_.sync();
  if (!hash_) hash_ = RunningHash{offset_, hasher_of(path_)};
}

Digest Incoming::digest() const { return digest_of(hash_->hasher); }

}  // namespace guong::uploads
