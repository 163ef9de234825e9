// System calls by hand: the order of write, fsync, rename and fsync of the folder is what makes a blob
// durable.
#include "guong/store/blobs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/random.h"
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
  int descriptor() const { return descriptor_; }
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
  std::string read() const {
    std::string out(static_cast<std::size_t>(status().st_size), '\0');
    std::size_t have = 0;
    while (have < out.size()) {
      const ssize_t n = ::read(descriptor_, out.data() + have, out.size() - have);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) throw_system_error(errno);
      if (n == 0) break;
      have += static_cast<std::size_t>(n);
    }
    out.resize(have);
    return out;
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

[[noreturn]] void refuse(const char* key, const Digest& digest) {
  throw Error(ErrorKind::internal, key, {{"sha256", to_hex(as_text(digest))}});
}

}  // namespace

Blobs::Blobs(fs::path folder) : folder_(fs::absolute(std::move(folder)).lexically_normal()) {
  std::error_code failed;
  fs::create_directories(folder_.parent_path(), failed);
  make_folder(folder_, 0750);
  make_folder(folder_ / "objects", 0750);
  make_folder(folder_ / "tmp", 0700);
}

// A blob never shows under its name before all of its bytes are on disk.
Digest Blobs::put(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  const fs::path temporary = temporary_folder() / ("put-" + system_random().token());
  try {
    const File file(temporary, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.open()) throw_system_error(errno);
    file.write(bytes);
    file.seal();
    move_into_place(temporary, path(digest));
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  return digest;
}

// A second hard link would let somebody change the blob under its name.
void Blobs::adopt(const fs::path& path_of_file, const Digest& digest) {
  const File file(path_of_file, O_RDONLY);
  if (!file.open()) throw_system_error(errno);
  const auto status = file.status();
  if (!S_ISREG(status.st_mode) || status.st_nlink != 1) throw_system_error(EINVAL);
  file.seal();
  move_into_place(path_of_file, path(digest));
}

bool Blobs::has(const Digest& digest) const {
  struct stat status {};
  return ::lstat(path(digest).c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

fs::path Blobs::path(const Digest& digest) const {
  const std::string name = to_hex(as_text(digest));
  return folder_ / "objects" / name.substr(0, 2) / name.substr(2);
}

std::string Blobs::read(const Digest& digest) const {
  const File file(path(digest), O_RDONLY);
  if (!file.open() && errno != ENOENT && errno != ELOOP) throw_system_error(errno);
  if (!file.open() || !S_ISREG(file.status().st_mode)) refuse("store.blob_missing", digest);
  std::string bytes = file.read();
  if (sha256(bytes) != digest) refuse("store.blob_damaged", digest);
  return bytes;
}

fs::path Blobs::temporary_folder() const { return folder_ / "tmp"; }

std::vector<Digest> Blobs::list() const {
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
