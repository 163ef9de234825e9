// Pieces in and out. What is open is found by its heads alone, so that a range costs the pieces that it touches.
#include "guong/base/sealed_bytes.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <vector>

#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong {
namespace {

constexpr std::size_t kHead = 4;
constexpr std::size_t kNonceAndTag = 12 + 16;
constexpr std::uint32_t kLastBit = 0x80000000U;

using Head = std::array<char, kHead>;

[[noreturn]] void damaged() { throw Error(ErrorKind::internal, "base.sealed_damaged"); }

Head head_of(std::size_t length, bool last) {
  const auto number = static_cast<std::uint32_t>(length) | (last ? kLastBit : 0);
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
          static_cast<char>(number)};
}

std::uint32_t number_in(const Head& head) {
  std::uint32_t out = 0;
  for (const char c : head) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

std::string context_of(std::uint64_t offset, const Head& head) {
  return "piece/" + std::to_string(offset) + "/" + std::string(head.data(), head.size());
}

struct Piece {
  std::uint64_t text = 0;    // where its text begins in the whole
  std::uint64_t sealed = 0;  // where the piece begins in the file
  std::uint32_t length = 0;
  bool last = false;

  std::uint64_t text_end() const { return text + length; }
  std::uint64_t sealed_end() const { return sealed + kHead + kNonceAndTag + length; }
};

/// The complete pieces; ends where one is torn or of no possible length.
std::vector<Piece> pieces_of(const ByteSource& sealed) {
  std::vector<Piece> out;
  std::uint64_t text = 0;
  std::uint64_t at = 0;
  while (at + kHead + kNonceAndTag <= sealed.size()) {
    Head head;
    sealed.read(at, head);
    const auto number = number_in(head);
    const Piece piece{text, at, number & ~kLastBit, (number & kLastBit) != 0};
    if (piece.length > kSealedPiece || piece.sealed_end() > sealed.size()) break;
    out.push_back(piece);
    if (piece.last) break;
    text = piece.text_end();
    at = piece.sealed_end();
  }
  return out;
}

/// Keeps the piece that was opened last: whoever reads on needs it again.
class OpenedPieces final : public ByteSource {
 public:
  OpenedPieces(std::shared_ptr<const ByteSource> sealed, std::string key32)
      : sealed_(std::move(sealed)), key_(std::move(key32)), pieces_(pieces_of(*sealed_)) {}

  std::uint64_t size() const override { return pieces_.empty() ? 0 : pieces_.back().text_end(); }

  void read(std::uint64_t offset, std::span<char> to) const override {
    if (offset > size() || to.size() > size() - offset)
      throw Error(ErrorKind::unavailable, "base.file_unreadable");
    auto piece = std::ranges::upper_bound(pieces_, offset, {}, &Piece::text_end);
    for (; !to.empty(); ++piece) {
      const auto text = opened(*piece);
      const auto skip = static_cast<std::size_t>(offset - piece->text);
      const auto count = std::min(to.size(), text->size() - skip);
      std::copy_n(text->data() + skip, count, to.data());
      offset += count;
      to = to.subspan(count);
    }
  }

  /// Whether all of the file is there, by its ends.
  void check_ends() const {
    if (pieces_.empty() || !pieces_.back().last || pieces_.back().sealed_end() != sealed_->size()) damaged();
    opened(pieces_.front());
    opened(pieces_.back());
  }

 private:
  std::shared_ptr<const std::string> opened(const Piece& piece) const {
    {
      const std::lock_guard lock(mutex_);
      if (kept_ && kept_at_ == piece.sealed) return kept_;
    }
    std::string bytes(kNonceAndTag + piece.length, '\0');
    sealed_->read(piece.sealed + kHead, bytes);
    std::shared_ptr<const std::string> text;
    try {
      text = std::make_shared<const std::string>(
          unseal(key_, context_of(piece.text, head_of(piece.length, piece.last)), bytes));
    } catch (const Error&) {
      damaged();
    }
    const std::lock_guard lock(mutex_);
    kept_ = text;
    kept_at_ = piece.sealed;
    return text;
  }

  const std::shared_ptr<const ByteSource> sealed_;
  const std::string key_;
  const std::vector<Piece> pieces_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const std::string> kept_;
  mutable std::uint64_t kept_at_ = 0;
};

/// Full pieces of a text, made as they are asked for.
class SealingSource final : public ByteSource {
 public:
  SealingSource(const ByteSource& text, std::string key32) : text_(text), sealer_(std::move(key32), 0) {
    const auto pieces = std::max<std::uint64_t>(1, (text.size() + kSealedPiece - 1) / kSealedPiece);
    size_ = text.size() + pieces * (kHead + kNonceAndTag);
  }
  std::uint64_t size() const override { return size_; }
  void read(std::uint64_t offset, std::span<char> to) const override {
    if (offset != given_) throw Error(ErrorKind::unavailable, "base.file_unreadable");
    given_ += to.size();
    while (!to.empty()) {
      if (taken_ == ready_.size()) make_ready();
      const auto count = std::min(to.size(), ready_.size() - taken_);
      std::copy_n(ready_.data() + taken_, count, to.data());
      taken_ += count;
      to = to.subspan(count);
    }
  }

 private:
  void make_ready() const {
    const auto left = text_.size() - sealer_.offset();
    std::string piece(static_cast<std::size_t>(std::min<std::uint64_t>(left, kSealedPiece)), '\0');
    text_.read(sealer_.offset(), piece);
    ready_ = sealer_.seal(piece, piece.size() == left);
    taken_ = 0;
  }

  const ByteSource& text_;
  std::uint64_t size_ = 0;
  mutable PieceSealer sealer_;
  mutable std::uint64_t given_ = 0;
  mutable std::string ready_;
  mutable std::size_t taken_ = 0;
};

}  // namespace

void PieceSealer::add_piece(std::string& to, std::string_view bytes, bool last) {
  const auto head = head_of(bytes.size(), last);
  to.append(head.data(), head.size());
  to += as_text(guong::seal(key_, context_of(offset_, head), bytes));
  offset_ += bytes.size();
}

std::string PieceSealer::seal(std::string_view bytes, bool last) {
  std::string out;
  for (; bytes.size() > kSealedPiece; bytes.remove_prefix(kSealedPiece))
    add_piece(out, bytes.substr(0, kSealedPiece), false);
  if (!bytes.empty() || last) add_piece(out, bytes, last);
  return out;
}

SealedExtent sealed_extent(const ByteSource& sealed) {
  const auto pieces = pieces_of(sealed);
  if (pieces.empty()) return {};
  return {pieces.back().text_end(), pieces.back().sealed_end(), pieces.back().last};
}

std::shared_ptr<const ByteSource> open_sealed(std::shared_ptr<const ByteSource> sealed, std::string key32) {
  auto out = std::make_shared<OpenedPieces>(std::move(sealed), std::move(key32));
  out->check_ends();
  return out;
}

std::shared_ptr<const ByteSource> open_sealed_part(std::shared_ptr<const ByteSource> sealed,
                                                   std::string key32) {
  return std::make_shared<OpenedPieces>(std::move(sealed), std::move(key32));
}

std::shared_ptr<const ByteSource> sealing(const ByteSource& text, std::string key32) {
  return std::make_shared<SealingSource>(text, std::move(key32));
}

}  // namespace guong
