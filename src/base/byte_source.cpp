// Files as sources. Read with pread only: whoever shares the descriptor shares its position.
#include "guong/base/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "guong/base/error.h"

namespace guong {
namespace {

[[noreturn]] void unreadable() { throw Error(ErrorKind::unavailable, "base.file_unreadable"); }

class FileSource final : public ByteSource {
 public:
  explicit FileSource(int descriptor) : descriptor_(descriptor) {}
  ~FileSource() override { ::close(descriptor_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  /// False for folders, pipes and what else has no size.
  bool take_size() {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    size_ = static_cast<std::uint64_t>(status.st_size);
    return true;
  }
  std::uint64_t size() const override { return size_; }
  void read(std::uint64_t offset, std::span<char> to) const override {
    while (!to.empty()) {
      const ssize_t n = ::pread(descriptor_, to.data(), to.size(), static_cast<off_t>(offset));
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) unreadable();
      offset += static_cast<std::uint64_t>(n);
      to = to.subspan(static_cast<std::size_t>(n));
    }
  }
  std::optional<int> file_descriptor() const override { return descriptor_; }

 private:
  int descriptor_;
  std::uint64_t size_ = 0;
};

}  // namespace

void BorrowedBytes::read(std::uint64_t offset, std::span<char> to) const {
  if (offset > bytes_.size() || to.size() > bytes_.size() - offset) unreadable();
  std::ranges::copy(bytes_.substr(static_cast<std::size_t>(offset), to.size()), to.begin());
}

std::shared_ptr<const ByteSource> open_file_source(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) unreadable();
  return file_source(descriptor);
}

std::shared_ptr<const ByteSource> file_source(int descriptor) {
  auto source = std::make_shared<FileSource>(descriptor);
  if (!source->take_size()) unreadable();
  return source;
}

}  // namespace guong
