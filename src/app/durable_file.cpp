// File and folder are both flushed: after a power loss a name without its bytes, or bytes without a name,
// would be neither written nor missing.
#include "app/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "guong/base/error.h"

namespace guong::app {

DurableFile::DurableFile(std::filesystem::path path, mode_t mode) : path_(std::move(path)) {
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd_ < 0) fail();
}

DurableFile::~DurableFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!done_) ::unlink(path_.c_str());
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
  if (::fsync(fd_) != 0) fail();
  auto parent = path_.parent_path();
  if (parent.empty()) parent = ".";
  const int folder = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool flushed = folder >= 0 && ::fsync(folder) == 0;
  if (folder >= 0) ::close(folder);
  if (!flushed) fail();
  done_ = true;
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
