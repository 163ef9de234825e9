// Appends, hashes while appending, and keeps file, offset and hashes in agreement when a write fails.
#include "uploads/part_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "guong/base/temporary_file.h"
#include "guong/uploads/upload.h"

namespace guong::uploads {
namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr std::int64_t kPage = 4096, kAhead = 1 << 20, kReserve = 16 << 20;

[[noreturn]] void disk_error() {
  throw Error(ErrorKind::unavailable,
              errno == ENOSPC || errno == EDQUOT ? "entries.disk_full" : "entries.disk_failed");
}

Digest digest_of(const Hasher& hasher) {
  const auto bytes = hasher.digest();
  Digest digest{};
  std::copy_n(bytes.begin(), digest.size(), digest.begin());
  return digest;
}

std::optional<RunningHash> copy_of(const std::optional<RunningHash>& hash) {
  if (!hash) return std::nullopt;
  return RunningHash{hash->length, hash->sealed_length, hash->hasher.copy(), hash->sealed_hasher.copy()};
}

void hash_first(Hasher& hasher, const ByteSource& source, std::int64_t length) {
  std::string piece;
  for (std::int64_t at = 0; at < length; at += static_cast<std::int64_t>(piece.size())) {
    piece.resize(static_cast<std::size_t>(std::min<std::int64_t>(length - at, kPiece)));
    source.read(static_cast<std::uint64_t>(at), piece);
    hasher.update(piece);
  }
}

/// The first bytes of a file in a file of its own, on the disk. What was written to the old one last may be
/// lost there although it can still be read.
void copy_first(const std::filesystem::path& path, std::int64_t size) {
  const TemporaryFile fresh(path.string() + ".again");
  const auto from = open_file_source(path);
  PartFile to(fresh.path(), 0);
  std::string piece;
  for (std::int64_t at = 0; at < size; at += static_cast<std::int64_t>(piece.size())) {
    piece.resize(static_cast<std::size_t>(std::min<std::int64_t>(size - at, kPiece)));
    from->read(static_cast<std::uint64_t>(at), piece);
    to.append(piece);
  }
  to.sync();
  if (::rename(fresh.path().c_str(), path.c_str()) != 0) disk_error();
  const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool durable = folder >= 0 && ::fsync(folder) == 0;
  if (folder >= 0) ::close(folder);
  if (!durable) disk_error();
}

}  // namespace

Digest hash_file(const std::filesystem::path& path) {
  const auto file = open_file_source(path);
  Hasher hasher;
  hash_first(hasher, *file, static_cast<std::int64_t>(file->size()));
  return digest_of(hasher);
}

std::int64_t file_size_or_zero(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_size : 0;
}

SealedExtent part_extent(const std::filesystem::path& path) {
  return file_size_or_zero(path) == 0 ? SealedExtent{} : sealed_extent(*open_file_source(path));
}

PartFile::PartFile(const std::filesystem::path& path, std::int64_t size)
    : fd_(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
  if (fd_ < 0) disk_error();
  struct stat status {};
  // To be cut to the size that it has costs a transaction of the file system as well.
  if (::fstat(fd_, &status) != 0 || (status.st_size != size && ::ftruncate(fd_, size) != 0)) {
    ::close(fd_);
    disk_error();
  }
  end_ = size;
  begun_ = size / kPage * kPage;
  reserved_ = std::max<std::int64_t>(size, status.st_blocks * 512);
}

PartFile::~PartFile() {
  if (fd_ >= 0) ::close(fd_);
}

/// Gives a large file places on the disk well before it needs them: writing it back then waits for none.
/// Where this cannot be, writing tells what is wrong.
void PartFile::reserve() {
  if (end_ <= std::max(reserved_, kAhead)) return;
  if (::fallocate(fd_, FALLOC_FL_KEEP_SIZE, reserved_, kReserve) == 0) reserved_ += kReserve;
}

void PartFile::append(std::string_view bytes) {
  end_ += static_cast<std::int64_t>(bytes.size());
  reserve();
  while (!bytes.empty()) {
    const auto written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) disk_error();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  // The disk begins while more arrives, so that sync() has little left to wait for. Whole pages: the one at
  // the end would be written again.
  const auto whole = end_ / kPage * kPage;
  if (whole - begun_ < kAhead) return;
  ::sync_file_range(fd_, begun_, whole - begun_, SYNC_FILE_RANGE_WRITE);
  begun_ = whole;
}

void PartFile::cut(std::int64_t size) {
  if (::ftruncate(fd_, size) != 0) disk_error();
  end_ = size;
  begun_ = std::min(begun_, size / kPage * kPage);
  reserved_ = size;
}

void PartFile::end() {
  if (reserved_ > end_ && ::ftruncate(fd_, end_) == 0) reserved_ = end_;
}

void PartFile::sync() {
  if (::fdatasync(fd_) != 0) disk_error();
}

Incoming::Incoming(std::filesystem::path path, std::string key, std::int64_t offset, std::int64_t length,
                   std::optional<RunningHash> hash, std::optional<tus::Checksum> checksum)
    : path_(std::move(path)),
      key_(std::move(key)),
      start_(offset),
      length_(length),
      offset_(offset),
      checksum_(std::move(checksum)) {
  if (hash && hash->length == offset) {
    hash_ = std::move(hash);
    sealed_start_ = hash_->sealed_length;
  } else {
    begin_from_disk();
  }
  sealed_offset_ = sealed_start_;
  if (!whole_) file_.emplace(path_, sealed_start_);
  if (!checksum_) return;
  before_ = copy_of(hash_);
  of_this_.emplace(checksum_->algorithm == "sha1" ? Hasher::Kind::sha1 : Hasher::Kind::sha256);
}

void Incoming::begin_from_disk() {
  const auto there = part_extent(path_);
  whole_ = there.whole;
  if (start_ == 0 && !whole_)
    hash_.emplace();
  else
    sealed_start_ = static_cast<std::int64_t>(there.sealed);
}

void Incoming::take(std::string_view bytes) {
  while (!failure_ && !bytes.empty()) {
    const auto piece = bytes.substr(0, kSealedPiece);
    write(piece);
    bytes.remove_prefix(piece.size());
  }
}

void Incoming::write(std::string_view bytes) {
  try {
    if (offset_ + static_cast<std::int64_t>(bytes.size()) > length_)
      throw Error(ErrorKind::too_large, "entries.more_than_announced");
    if (whole_)
      compare(bytes);
    else
      append(bytes);
    offset_ += static_cast<std::int64_t>(bytes.size());
    if (of_this_) of_this_->update(bytes);
  } catch (const Error& error) {
    // A piece that was written in part is cut off, so that file, offset and hashes agree. (A failure here
    // shows in the next request.)
    failure_ = error;
    try {
      if (file_) file_->cut(sealed_offset_);
    } catch (const Error&) {
      hash_.reset();
    }
  }
}

void Incoming::append(std::string_view bytes) {
  const bool last = offset_ + static_cast<std::int64_t>(bytes.size()) == length_;
  const auto piece = PieceSealer(key_, static_cast<std::uint64_t>(offset_)).seal(bytes, last);
  file_->append(piece);
  sealed_offset_ += static_cast<std::int64_t>(piece.size());
  if (!hash_) return;
  hash_->hasher.update(bytes);
  hash_->sealed_hasher.update(piece);
  hash_->length += static_cast<std::int64_t>(bytes.size());
  hash_->sealed_length = sealed_offset_;
}

void Incoming::compare(std::string_view bytes) const {
  std::string there(bytes.size(), '\0');
  open_sealed_part(open_file_source(path_), key_)->read(static_cast<std::uint64_t>(offset_), there);
  if (there != bytes) throw Error(ErrorKind::conflict, "entries.checksum_differs");
}

void Incoming::check() const {
  if (failure_) throw *failure_;
}

bool Incoming::checksum_holds() const {
  return !checksum_ || as_text(of_this_->digest()) == checksum_->digest;
}

void Incoming::cut_back() {
  if (file_) file_->cut(sealed_start_);
  offset_ = start_;
  sealed_offset_ = sealed_start_;
  hash_ = copy_of(before_);
}

std::optional<RunningHash> Incoming::take_hash() {
  return whole_ ? std::nullopt : std::exchange(hash_, std::nullopt);
}

void Incoming::settle() {
  if (file_ && complete()) file_->end();
  if (file_) sync_or_give_up();
  if (!hash_) read_hash();
}

void Incoming::sync_or_give_up() {
  try {
    file_->sync();
  } catch (const Error&) {
    hash_.reset();
    offset_ = start_;
    file_.reset();
    try {
      copy_first(path_, sealed_start_);
    } catch (const Error&) {
      std::error_code ignored;
      std::filesystem::remove(path_, ignored);
    }
    throw;
  }
}

void Incoming::read_hash() {
  const auto sealed = open_file_source(path_);
  const auto extent = sealed_extent(*sealed);
  RunningHash hash{offset_, static_cast<std::int64_t>(extent.sealed)};
  try {
    hash_first(hash.hasher, *open_sealed_part(sealed, key_), offset_);
  } catch (const Error& error) {
    if (error.key() != "base.sealed_damaged") throw;
    // Torn by a loss of power, or gone bad: nothing of it can be trusted.
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    throw Error(ErrorKind::unavailable, "entries.disk_failed");
  }
  hash_first(hash.sealed_hasher, *sealed, hash.sealed_length);
  hash_ = std::move(hash);
}

Digest Incoming::digest() const { return digest_of(hash_->hasher); }
Digest Incoming::sealed_digest() const { return digest_of(hash_->sealed_hasher); }

}  // namespace guong::uploads
