// The copy has no name, so that nothing is left of it even when the service is killed.
#include "works/input_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "guong/base/error.h"

namespace guong::works {
namespace {

[[noreturn]] void cannot_copy() { throw Error(ErrorKind::unavailable, "works.copy_unwritable"); }

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) cannot_copy();
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

/// An open file of its own; not every file system makes one without a name.
int nameless_file(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  auto name = (folder / "copy-XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) cannot_copy();
  ::unlink(name.c_str());
  return named;
}

std::shared_ptr<const ByteSource> copy_of(const ByteSource& source, const std::filesystem::path& folder) {
  const int file = nameless_file(folder);
  try {
    each_piece(source, [&](std::string_view piece) { write_all(file, piece); });
  } catch (...) {
    ::close(file);
    throw;
  }
  return file_source(file);
}

}  // namespace

InputFile::InputFile(const ByteSource& source, const std::filesystem::path& scratch)
    : size_(static_cast<std::int64_t>(source.size())) {
  auto file = source.file_descriptor();
  if (!file) {
    copy_ = copy_of(source, scratch);
    file = copy_->file_descriptor();
  }
  descriptor_ = *file;
}

}  // namespace guong::works
