// The picture for sharing: its size, its letters.
#include <catch2/catch.hpp>

#include "guong/pictures/cover.h"
#include "unit/pictures/known_pictures.h"

using namespace guong;
using pictures::share_png;

namespace {

unsigned big_endian(const std::string& bytes, std::size_t at) {
  unsigned out = 0;
  for (std::size_t i = 0; i < 4; ++i) out = out << 8U | static_cast<unsigned char>(bytes.at(at + i));
  return out;
}

}  // namespace

TEST_CASE("A picture for sharing is 1200 by 630 and says its title") {
  for (const auto& known : test::kKnownCovers) {
    const auto png = share_png(known.field, known.words);
    INFO(known.field << " " << known.words);
    CHECK(png.starts_with("\x89PNG"));
    CHECK(big_endian(png, 16) == 1200);
    CHECK(big_endian(png, 20) == 630);
    CHECK(png.size() < 300'000);
  }
  CHECK(share_png("health", "Một") == share_png("health", "Một"));
  CHECK(share_png("health", "Một") != share_png("health", "Hai"));
}
