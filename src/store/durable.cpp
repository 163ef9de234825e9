// Errors of the file system that people can act upon (a full disk), told from all others.
#include "store/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "guong/base/error.h"

namespace guong::store {

bool is_full(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

void throw_system_error(int system_error) {
  if (is_full(system_error)) throw Error(ErrorKind::unavailable, "store.disk_full");
  throw Error(ErrorKind::unavailable, "store.files_failed",
              {{"cause", std::generic_category().message(system_error)}});
}

void make_durable(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw_system_error(errno);
  const int failed = ::fsync(descriptor) != 0 ? errno : 0;
  ::close(descriptor);
  if (failed) throw_system_error(failed);
}

}  // namespace guong::store
