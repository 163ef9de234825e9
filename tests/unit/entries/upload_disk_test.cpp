// Uploads on a disk that fails to write what it was given: what was acknowledged stays, what was not is sent again.
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "uploading.h"

namespace {
bool parts_fail = false;  // to be written to the disk
}  // namespace

// Stands in for the C library's in this program.
extern "C" int fdatasync(int descriptor) {
  char path[4096];
  const auto length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
  const std::string name(path, length > 0 ? static_cast<std::size_t>(length) : 0);
  if (parts_fail && name.find("/part-") != std::string::npos && !name.ends_with(".again")) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

ino_t file_number(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

TEST_CASE("when the disk fails to write a piece, that piece is given up with its file, and is sent again") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png(5000);
    const auto upload = uploads.begin(bytes.size());
    REQUIRE(uploads.patch(upload, 0, bytes.substr(0, 1000)).status == 204);
    const auto before = file_number(uploads.temporary(upload));
    parts_fail = true;
    const auto failed = uploads.patch(upload, 1000, bytes.substr(1000, 2000));
    parts_fail = false;
    CHECK(failed.status == 503);
    CHECK(uploads.offset(upload) == "1000");
    CHECK(file_number(uploads.temporary(upload)) != before);
    const auto from = std::stoll(uploads.offset(upload));
    CHECK(uploads.patch(upload, from, bytes.substr(static_cast<std::size_t>(from))).status == 204);
    uploads.check_file(bytes);
  }
}
