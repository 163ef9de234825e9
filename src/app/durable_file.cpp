// File and folder are both flushed: after a power loss a name without its bytes, or bytes without a name,
// would be neither written nor missing.
#include "app/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "guong/base/error.h"

namespace guong::app {

DurableFile::DurableFile(std::filesystem::path path, mode_t mode, IfThere if_there) : path_(std::move(path)) {
  const int exclusive = if_there == IfThere::refuse ? O_EXCL : O_NOFOLLOW | O_NONBLOCK;
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | exclusive, mode);
  if (fd_ < 0) fail();
  if (if_there == IfThere::refuse) return;
  try {
    take_over(mode);
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

/// A lock goes with its process, however that ends: who can take it is the only writer.
void DurableFile::take_over(mode_t mode) {
  struct stat opened {
  }, named{};
  const bool locked = ::flock(fd_, LOCK_EX | LOCK_NB) == 0;
  if (!locked && errno != EWOULDBLOCK) fail();
  // Between opening and locking, another writer may have given the file its final name.
  const bool same = ::fstat(fd_, &opened) == 0 && ::lstat(path_.c_str(), &named) == 0 &&
                    opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
  if (!locked || !same) throw Error(ErrorKind::conflict, "app.being_written", {{"file", path_.string()}});
  if (!S_ISREG(opened.st_mode) || opened.st_nlink != 1) errno = EINVAL, fail();
  if (::fchmod(fd_, mode) != 0 || ::ftruncate(fd_, 0) != 0) fail();
}

DurableFile::~DurableFile() {
  if (!done_) ::unlink(path_.c_str());
  if (fd_ >= 0) ::close(fd_);
}

void DurableFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void DurableFile::done() {
  flush();
  flush_folder();
  done_ = true;
}

void DurableFile::done_as(const std::filesystem::path& name) {
  flush();
  if (::rename(path_.c_str(), name.c_str()) != 0) fail();
  path_ = name;
  flush_folder();
  done_ = true;
}

void DurableFile::flush() const {
  if (::fsync(fd_) != 0) fail();
}

void DurableFile::flush_folder() const {
  auto parent = path_.parent_path();
  if (parent.empty()) parent = ".";
  const int folder = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool flushed = folder >= 0 && ::fsync(folder) == 0;
  if (folder >= 0) ::close(folder);
  if (!flushed) fail();
}

void DurableFile::fail() const {
  throw Error(ErrorKind::unavailable, "app.cannot_write",
              {{"file", path_.string()}, {"why", std::strerror(errno)}});
}

void write_durably(const std::filesystem::path& path, std::string_view bytes, mode_t mode) {
  DurableFile file(path, mode);
  file.write(bytes);
  file.done();
}

}  // namespace guong::app
