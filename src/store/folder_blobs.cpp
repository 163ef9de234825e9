// System calls by hand: the order of write, fsync, rename and fsync of the folder is what makes a blob
// durable.
#include "guong/store/folder_blobs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <utility>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/random.h"
#include "guong/base/temporary_file.h"
#include "store/durable.h"

namespace guong::store {
namespace {

namespace fs = std::filesystem;

/// An open file; closed on destruction. Never follows a link in the last part of the path, never
/// waits on a pipe.
class File {
 public:
  File(const fs::path& path, int flags, mode_t mode = 0)
      : descriptor_(::open(path.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool open() const { return descriptor_ >= 0; }
  /// From then on it is the caller's to close.
  int release() { return std::exchange(descriptor_, -1); }
  struct stat status() const {
    struct stat out {};
    check(::fstat(descriptor_, &out));
    return out;
  }
  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) throw_system_error(errno);
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  /// Read-only for ever, and on disk.
  void seal() const {
    check(::fchmod(descriptor_, 0440));
    check(::fsync(descriptor_));
  }

 private:
  static void check(int result) {
    if (result != 0) throw_system_error(errno);
  }
  int descriptor_;
};

void make_folder(const fs::path& folder, mode_t mode) {
  if (::mkdir(folder.c_str(), mode) == 0) return make_durable(folder.parent_path());
  if (errno != EEXIST) throw_system_error(errno);
}

/// Moves a sealed file to its place and makes the new name last. A file of the same content that is
/// there already is replaced by its like.
void move_into_place(const fs::path& from, const fs::path& to) {
  make_folder(to.parent_path(), 0750);
  if (::rename(from.c_str(), to.c_str()) != 0) throw_system_error(errno);
  make_durable(to.parent_path());
}

bool is_file(const fs::path& path, const struct stat& file) {
  struct stat there {};
  return ::lstat(path.c_str(), &there) == 0 && there.st_ino == file.st_ino && there.st_dev == file.st_dev;
}

std::string hex_of(const Digest& digest) { return to_hex(as_text(digest)); }

}  // namespace

FolderBlobs::FolderBlobs(const fs::path& folder) : folder_(fs::absolute(folder).lexically_normal()) {
  std::error_code failed;
  fs::create_directories(folder_.parent_path(), failed);
  make_folder(folder_, 0750);
  make_folder(folder_ / "objects", 0750);
  make_folder(folder_ / "tmp", 0700);
}

// A blob never shows under its name before all of its bytes are on disk.
Digest FolderBlobs::put(const ByteSource& bytes) {
  const TemporaryFile temporary(temporary_folder() / ("put-" + system_random().token()));
  const File file(temporary.path(), O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!file.open()) throw_system_error(errno);
  Hasher hasher;
  each_piece(bytes, [&](std::string_view piece) {
    hasher.update(piece);
    file.write(piece);
  });
  file.seal();
  Digest digest{};
  std::ranges::copy(hasher.digest(), digest.begin());
  place(temporary.path(), digest);
  return digest;
}

// A hard link of somebody else would let them change the blob under its name; the only other name that a file
// may have is the blob's, from an adoption that came to no commit.
void FolderBlobs::adopt(const fs::path& path, const Digest& digest) {
  // Named after the file, so that what a kill left of an earlier adoption is found and taken away.
  const TemporaryFile second(path.string() + ".adopted");
  ::unlink(second.path().c_str());
  const File file(path, O_RDONLY);
  if (!file.open()) throw_system_error(errno);
  const auto status = file.status();
  const bool adopted = status.st_nlink == 2 && is_file(path_of(digest), status);
  if (!S_ISREG(status.st_mode) || (status.st_nlink != 1 && !adopted)) throw_system_error(EINVAL);
  {
    const std::shared_lock lock(placing_);
    file.seal();  // stored now, also when it is the same file again
    if (adopted && is_file(path_of(digest), status)) return make_durable(path_of(digest).parent_path());
  }
  const bool linked = ::link(path.c_str(), second.path().c_str()) == 0;
  // Where a file has one name only, it is moved.
  place(linked ? second.path() : path, digest);
}

void FolderBlobs::place(const fs::path& from, const Digest& digest) {
  const std::shared_lock lock(placing_);
  move_into_place(from, path_of(digest));
}

std::shared_ptr<const ByteSource> FolderBlobs::open(const Digest& digest) const {
  File file(path_of(digest), O_RDONLY);
  if (!file.open() && errno != ENOENT && errno != ELOOP) throw_system_error(errno);
  if (!file.open() || !S_ISREG(file.status().st_mode))
    throw Error(ErrorKind::internal, "store.blob_missing", {{"sha256", hex_of(digest)}});
  return file_source(file.release());
}

void FolderBlobs::remove(const Digest& digest) {
  const auto path = path_of(digest);
  if (::unlink(path.c_str()) == 0) return make_durable(path.parent_path());
  if (errno != ENOENT) throw_system_error(errno);
}

bool FolderBlobs::remove_if_older(const Digest& digest, Timestamp since) {
  const std::unique_lock lock(placing_);
  struct stat status {};
  if (::lstat(path_of(digest).c_str(), &status) != 0) return errno == ENOENT;
  // The time of the last change of its names or rights, which storing it is; the bytes may be older.
  if (status.st_ctim.tv_sec * 1'000'000 + status.st_ctim.tv_nsec / 1000 >= since.micros) return false;
  remove(digest);
  return true;
}

fs::path FolderBlobs::path_of(const Digest& digest) const {
  const std::string name = hex_of(digest);
  return folder_ / "objects" / name.substr(0, 2) / name.substr(2);
}

fs::path FolderBlobs::temporary_folder() const { return folder_ / "tmp"; }

std::vector<Digest> FolderBlobs::list() const {
  std::vector<Digest> out;
  for (const auto& folder : fs::directory_iterator(folder_ / "objects")) {
    for (const auto& file : fs::directory_iterator(folder)) {
      const auto bytes = from_hex(folder.path().filename().string() + file.path().filename().string());
      if (!bytes || bytes->size() != sizeof(Digest)) continue;
      std::copy(bytes->begin(), bytes->end(), out.emplace_back().begin());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace guong::store
