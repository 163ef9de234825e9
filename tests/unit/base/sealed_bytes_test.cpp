// Bytes sealed in pieces: read back in any range, changed in no bit unseen, whole or growing.
#include "guong/base/sealed_bytes.h"

#include <catch2/catch.hpp>

#include "guong/base/error.h"
#include "support/byte_sources.h"

using namespace guong;
using namespace guong::test;

namespace {

const std::string kKey(32, 'k');

std::string sealed_text(const std::string& text) { return read_whole(*sealing(BorrowedBytes(text), kKey)); }

std::shared_ptr<const ByteSource> bytes_of(std::string bytes) {
  return std::make_shared<MemorySource>(std::move(bytes));
}

/// The text, or the key of what is wrong with it.
std::string opened(std::string sealed, const std::string& key = kKey) {
  try {
    return read_whole(*open_sealed(bytes_of(std::move(sealed)), key));
  } catch (const Error& error) {
    return error.key();
  }
}

const std::string kDamaged = "base.sealed_damaged";

}  // namespace

TEST_CASE("What was sealed is read back whole, whatever its length") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, kSealedPiece - 1,
                                 kSealedPiece, kSealedPiece + 1, 3 * kSealedPiece + 17}) {
    INFO(size);
    const auto text = pattern(size);
    const auto sealed = sealed_text(text);
    CHECK(sealed.size() >= size + 32);
    CHECK(opened(sealed) == text);
    const auto extent = sealed_extent(BorrowedBytes(sealed));
    CHECK(extent.text == size);
    CHECK(extent.sealed == sealed.size());
    CHECK(extent.whole);
  }
}

TEST_CASE("Any range is read, by several at once") {
  const auto text = pattern(3 * kSealedPiece + 17);
  const auto source = open_sealed(bytes_of(sealed_text(text)), kKey);
  for (const std::size_t from :
       {std::size_t{0}, kSealedPiece - 3, kSealedPiece, 2 * kSealedPiece + 5, text.size() - 1})
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{10}, kSealedPiece + 100})
      if (from + count <= text.size()) CHECK(read_range(*source, from, count) == text.substr(from, count));
  CHECK_THROWS_AS(read_range(*source, text.size(), 1), Error);
}

TEST_CASE("Nothing of the text stands in what is sealed, and twice the same looks different") {
  const std::string text = "Nguyễn Văn Tác Giả, 0912 345 678";
  const auto sealed = sealed_text(text);
  CHECK(sealed.find("Giả") == std::string::npos);
  CHECK(sealed_text(text) != sealed);
}

TEST_CASE("No bit can be changed, no piece left out, moved, cut off or added unseen") {
  const auto text = pattern(2 * kSealedPiece + 5);
  const auto sealed = sealed_text(text);
  const std::size_t piece = kSealedPiece + 32;
  for (const std::size_t at : {std::size_t{0}, std::size_t{3}, std::size_t{4}, std::size_t{20}, piece - 1,
                               piece, piece + 100, 2 * piece, sealed.size() - 1})
    for (const int bit : {0, 7}) {
      auto changed = sealed;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      INFO(at << " " << bit);
      CHECK(opened(changed) == kDamaged);
    }
  CHECK(opened(sealed.substr(piece)) == kDamaged);
  CHECK(opened(sealed.substr(0, piece) + sealed.substr(2 * piece)) == kDamaged);
  CHECK(opened(sealed.substr(piece, piece) + sealed.substr(0, piece) + sealed.substr(2 * piece)) == kDamaged);
  CHECK(opened(sealed.substr(0, 2 * piece)) == kDamaged);
  CHECK(opened(sealed.substr(0, sealed.size() - 1)) == kDamaged);
  CHECK(opened(sealed + "x") == kDamaged);
  CHECK(opened("") == kDamaged);
  CHECK(opened(sealed, std::string(32, 'x')) == kDamaged);
}

TEST_CASE("A file grows piece by piece, and what a crash tore off its end is told from what is whole") {
  const auto text = pattern(1000);
  PieceSealer sealer(kKey, 0);
  auto sealed = sealer.seal(std::string_view(text).substr(0, 300), false);
  sealed += PieceSealer(kKey, 300).seal(std::string_view(text).substr(300, 500), false);
  const auto whole = sealed.size();
  const auto more = PieceSealer(kKey, 800).seal(std::string_view(text).substr(800), true);
  for (std::size_t torn = 0; torn < more.size(); ++torn) {
    const auto part = sealed + more.substr(0, torn);
    const auto extent = sealed_extent(BorrowedBytes(part));
    REQUIRE(extent.text == 800);
    REQUIRE(extent.sealed == whole);
    REQUIRE_FALSE(extent.whole);
  }
  CHECK(read_whole(*open_sealed_part(bytes_of(sealed + more.substr(0, 50)), kKey)) == text.substr(0, 800));
  CHECK(opened(sealed) == kDamaged);
  CHECK(opened(sealed + more) == text);
}
