// Colours taken apart and held against each other.
#include <catch2/catch.hpp>

#include "guong/pictures/tone.h"

using namespace guong::pictures;

TEST_CASE("A colour that is taken apart is put together again") {
  for (const char* hex : {"#000000", "#ffffff", "#1a5e63", "#b62e20", "#005d68", "#ffd700", "#7f7f80"})
    CHECK(hex_of(tone_of(hex).value()) == hex);
  const auto sea = tone_of("#005d68").value();
  CHECK(sea.lightness == Approx(0.435).margin(0.005));
  CHECK(sea.hue == Approx(208).margin(2));
}

TEST_CASE("What is no colour is none") {
  for (const char* text : {"", "#", "red", "#12345", "#1234567", "#12345g", "1234567"}) CHECK(!tone_of(text));
}

TEST_CASE("Contrast is that of WCAG 2.2, whichever colour comes first") {
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
  CHECK(contrast("#ffffff", "#ffffff") == Approx(1));
  CHECK(contrast("#767676", "#ffffff") == Approx(4.54).margin(0.01));
  CHECK(contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff"));
}
