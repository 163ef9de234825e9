// Written and read as a stream: an archive is never in memory as a whole. Every header's checksum is
// verified.
#include "app/tar.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "guong/base/error.h"

namespace guong::app {
namespace {

constexpr std::size_t kBlock = 512;
using Header = std::array<char, kBlock>;

struct Part {
  std::size_t offset, length;
};
constexpr Part kName{0, 100}, kMode{100, 8}, kUid{108, 8}, kGid{116, 8}, kSize{124, 12}, kTime{136, 12},
    kSum{148, 8}, kType{156, 1}, kMagic{257, 8};

void put_octal(Header& header, Part part, std::uint64_t value) {
  for (std::size_t i = part.length - 1; i-- > 0; value >>= 3)
    header[part.offset + i] = static_cast<char>('0' + (value & 7));
}

void put_size(Header& header, std::uint64_t size) {
  if (size < (1ULL << 33)) return put_octal(header, kSize, size);
  for (std::size_t i = kSize.length; i-- > 1; size >>= 8)
    header[kSize.offset + i] = static_cast<char>(size & 0xff);
  header[kSize.offset] = static_cast<char>(0x80);
}

std::uint64_t checksum(const Header& header) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const bool in_sum = i >= kSum.offset && i < kSum.offset + kSum.length;
    sum += in_sum ? ' ' : static_cast<unsigned char>(header[i]);
  }
  return sum;
}

[[noreturn]] void damaged() { throw Error(ErrorKind::invalid, "app.backup_damaged"); }

std::uint64_t read_octal(const Header& header, Part part) {
  std::uint64_t value = 0;
  for (std::size_t i = part.offset; i < part.offset + part.length; ++i) {
    if (header[i] == '\0' || header[i] == ' ') break;
    if (header[i] < '0' || header[i] > '7') damaged();
    value = value * 8 + static_cast<std::uint64_t>(header[i] - '0');
  }
  return value;
}

std::uint64_t read_size(const Header& header) {
  if (static_cast<unsigned char>(header[kSize.offset]) != 0x80) return read_octal(header, kSize);
  std::uint64_t value = 0;
  for (std::size_t i = 1; i < kSize.length; ++i)
    value = value << 8 | static_cast<unsigned char>(header[kSize.offset + i]);
  return value;
}

std::size_t padding(std::uint64_t size) {
  return static_cast<std::size_t>((kBlock - size % kBlock) % kBlock);
}

}  // namespace

void TarWriter::begin(std::string_view name, std::uint64_t size) {
  Header header{};
  std::copy_n(name.data(), std::min(name.size(), kName.length - 1), header.begin());
  put_octal(header, kMode, 0600);
  put_octal(header, kUid, 0);
  put_octal(header, kGid, 0);
  put_size(header, size);
  put_octal(header, kTime, 0);
  header[kType.offset] = '0';
  std::memcpy(header.data() + kMagic.offset, "ustar\00000", kMagic.length);
  put_octal(header, kSum, checksum(header));
  out_.write({header.data(), header.size()});
  size_ = size;
}

void TarWriter::write(std::string_view bytes) { out_.write(bytes); }

void TarWriter::end() { out_.write(std::string(padding(size_), '\0')); }

void TarWriter::finish() { out_.write(std::string(2 * kBlock, '\0')); }

std::optional<TarEntry> TarReader::next() {
  Header header{};
  if (!in_.read(header.data(), header.size())) damaged();
  if (header[0] == '\0') return std::nullopt;
  if (std::memcmp(header.data() + kMagic.offset, "ustar", 5) != 0 ||
      read_octal(header, kSum) != checksum(header))
    damaged();
  const auto* name = header.data() + kName.offset;
  return TarEntry{std::string(name, ::strnlen(name, kName.length)), read_size(header)};
}

void TarReader::read(const TarEntry& entry, const std::function<void(std::string_view)>& sink) {
  std::string piece(1 << 20, '\0');
  for (auto left = entry.size; left > 0;) {
    const auto wanted = std::min<std::uint64_t>(left, piece.size());
    if (!in_.read(piece.data(), static_cast<std::streamsize>(wanted))) damaged();
    sink(std::string_view(piece).substr(0, static_cast<std::size_t>(wanted)));
    left -= wanted;
  }
  in_.ignore(static_cast<std::streamsize>(padding(entry.size)));
}

}  // namespace guong::app
