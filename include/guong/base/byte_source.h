// Bytes that somebody keeps, read by ranges: what callers get instead of a path, so that they need not know
// whether the bytes lie in a file, are sealed, or come from another machine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guong {

/// A fixed number of bytes that do not change while this exists. Any thread, several at once.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t size() const = 0;
  /// Fills all of `to` with the bytes from `offset` on; throws Error{unavailable} when it cannot, and when
  /// the range goes beyond size(). Blocks: not on an event thread.
  virtual void read(std::uint64_t offset, std::span<char> to) const = 0;
  /// An open file that holds exactly these bytes, for as long as this exists; nothing when there is none.
  /// Not to be read with read(2): its position is everybody's.
  virtual std::optional<int> file_descriptor() const { return std::nullopt; }

 protected:
  ByteSource() = default;
  ByteSource(const ByteSource&) = default;
  ByteSource& operator=(const ByteSource&) = default;
};

/// Bytes in memory that the caller holds for as long as this is read.
class BorrowedBytes final : public ByteSource {
 public:
  explicit BorrowedBytes(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t size() const override { return bytes_.size(); }
  void read(std::uint64_t offset, std::span<char> to) const override;

 private:
  std::string_view bytes_;
};

/// The bytes of an ordinary file, however its name fares afterwards: it may be removed at once. Throws
/// Error{unavailable, "base.file_unreadable"}; a link is not followed.
std::shared_ptr<const ByteSource> open_file_source(const std::filesystem::path& path);
/// The same of a file that was opened for reading; its descriptor is closed with the source.
std::shared_ptr<const ByteSource> file_source(int descriptor);

/// Gives all of it to `f(std::string_view)`, piece by piece.
template <class F>
void each_piece(const ByteSource& source, F f) {
  constexpr std::uint64_t kPiece = 1 << 20;
  std::string piece(static_cast<std::size_t>(std::min(source.size(), kPiece)), '\0');
  for (std::uint64_t at = 0; at < source.size(); at += piece.size()) {
    piece.resize(static_cast<std::size_t>(std::min(source.size() - at, kPiece)));
    source.read(at, piece);
    f(std::string_view(piece));
  }
}

}  // namespace guong
