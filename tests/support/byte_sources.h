// Bytes that are in no file, and whole sources as text.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "guong/base/byte_source.h"

namespace guong::test {

/// Owns its bytes and has no descriptor, as what is sealed or on another machine.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::uint64_t size() const override { return bytes_.size(); }
  void read(std::uint64_t offset, std::span<char> to) const override {
    BorrowedBytes(bytes_).read(offset, to);
  }

 private:
  const std::string bytes_;
};

/// Bytes among which no piece is like another.
inline std::string pattern(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 2654435761U >> 24);
  return bytes;
}

inline std::string read_range(const ByteSource& source, std::uint64_t offset, std::uint64_t length) {
  std::string out(static_cast<std::size_t>(length), '\0');
  source.read(offset, out);
  return out;
}
inline std::string read_whole(const ByteSource& source) { return read_range(source, 0, source.size()); }

}  // namespace guong::test
