// Bytes sealed at rest, in pieces: with their key any range can be read, and without it they tell nothing but
// how long they are. They may grow at their end, and what a crash has torn is told from what is whole.
//
// A sealed file is a row of pieces, each of them
//   4 bytes    length of the text, big end first; the highest bit is set in the last piece of a whole file
//   12 bytes   nonce, random
//   ...        text, AES-256-GCM
//   16 bytes   tag
// The place of its text in the whole and the 4 bytes are authenticated with each piece: none can be left out,
// moved or made the last. Every file has a key of its own, so none can come from another file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "guong/base/byte_source.h"

namespace guong {

/// The most bytes of text in a piece.
inline constexpr std::size_t kSealedPiece = 256 * 1024;

/// Makes the pieces of one file, one after the other.
class PieceSealer {
 public:
  /// `offset`: how much text is sealed already.
  PieceSealer(std::string key32, std::uint64_t offset) : key_(std::move(key32)), offset_(offset) {}
  /// The pieces that hold `bytes`; `last` when the text ends with them. A file without text is one empty
  /// piece.
  std::string seal(std::string_view bytes, bool last);
  std::uint64_t offset() const { return offset_; }

 private:
  void add_piece(std::string& to, std::string_view bytes, bool last);
  std::string key_;
  std::uint64_t offset_;
};

/// How far a file has come that may still grow: its complete pieces, by their lengths alone. Bytes after them
/// were torn by a crash.
struct SealedExtent {
  std::uint64_t text = 0;    // bytes of text
  std::uint64_t sealed = 0;  // bytes of the file that hold them
  bool whole = false;        // the last piece is there
};
SealedExtent sealed_extent(const ByteSource& sealed);

/// The text of a whole sealed file. Throws Error{internal, "base.sealed_damaged"} here when the first or the
/// last piece does not open, and when a piece in between is read that does not.
std::shared_ptr<const ByteSource> open_sealed(std::shared_ptr<const ByteSource> sealed, std::string key32);
/// The same of the complete pieces of a file that may still grow; none is opened before it is read.
std::shared_ptr<const ByteSource> open_sealed_part(std::shared_ptr<const ByteSource> sealed,
                                                   std::string key32);
/// All of `text`, sealed piece by piece as it is read; for reading from the beginning to the end once.
std::shared_ptr<const ByteSource> sealing(const ByteSource& text, std::string key32);

}  // namespace guong
