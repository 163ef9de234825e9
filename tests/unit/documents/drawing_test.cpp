// Drawings as PNG, held to single points of the picture.
#include "guong/documents/drawing.h"

#include <cairo.h>

#include <catch2/catch.hpp>
#include <cstring>

#include "guong/base/error.h"

using namespace guong;
using namespace guong::documents;

namespace {

/// A PNG that was read back.
class Picture {
 public:
  explicit Picture(const std::string& png) : left_(png) {
    surface_ = cairo_image_surface_create_from_png_stream(read, this);
  }
  explicit Picture(const Drawing& drawing) : Picture(png(drawing)) {}
  ~Picture() { cairo_surface_destroy(surface_); }
  Picture(const Picture&) = delete;

  int width() const { return cairo_image_surface_get_width(surface_); }
  int height() const { return cairo_image_surface_get_height(surface_); }
  /// 0xrrggbb.
  unsigned at(int x, int y) const {
    unsigned pixel = 0;
    const auto* row = cairo_image_surface_get_data(surface_) + y * cairo_image_surface_get_stride(surface_);
    std::memcpy(&pixel, row + x * 4, sizeof pixel);
    return pixel & 0xffffffU;
  }
  /// How many points of a box are not of that colour.
  int others(unsigned colour, int left, int top, int right, int bottom) const {
    int out = 0;
    for (int y = top; y < bottom; ++y)
      for (int x = left; x < right; ++x) out += at(x, y) != colour ? 1 : 0;
    return out;
  }

 private:
  static cairo_status_t read(void* self, unsigned char* to, unsigned int length) {
    auto& left = static_cast<Picture*>(self)->left_;
    if (left.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, left.data(), length);
    left.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
  }
  std::string_view left_;
  cairo_surface_t* surface_;
};

constexpr unsigned kRed = 0xff0000, kBlue = 0x0000ff, kWhite = 0xffffff;
const Shape kGround{"M0 0h100v100H0z", "#ffffff"};

Drawing small(const std::vector<Layer>& layers) { return {100, 100, 0, layers, std::nullopt}; }
Drawing shape(const std::string& outline) { return small({{{kGround, {outline, "#ff0000"}}}}); }

Drawing titled(const std::string& text) {
  Drawing out{1200, 400, 0, {{{{"M0 0h1200v400H0z", "#ffffff"}}}}, std::nullopt};
  out.title = Title{text, "#0000ff", 60, 340, 1080};
  return out;
}

}  // namespace

TEST_CASE("Small letters of an outline count from the pen, capital ones from the corner") {
  const std::pair<const char*, const char*> same[] = {
      {"M10 10h40v30h-40z", "M10 10H50V40H10Z"},
      {"M10 10l40 0l0 30z", "m10 10L50 10L50 40Z"},
      {"M10 60c10-40 30-40 40 0z", "M10 60C20 20 40 20 50 60Z"},
      {"M10 60q20-50 40 0t40 0z", "M10 60Q30 10 50 60T90 60Z"},
      {"M10 60c10-40 30-40 40 0s30 40 40 0z", "M10 60C20 20 40 20 50 60S80 100 90 60Z"},
      {"M10 50a20 30 0 0 1 40 0z", "M10 50A20 30 0 0 1 50 50Z"},
      {"M10 10L50 10L50 40z", "M10 10 50 10 50 40z"}};
  for (const auto& [first, second] : same) {
    INFO(first << " is " << second);
    CHECK(png(shape(first)) == png(shape(second)));
    CHECK(png(shape(first)) != png(shape("M0 0z")));
  }
}

TEST_CASE("Two arcs are a circle, and the flags say which side an arc takes") {
  const Picture circle(shape("M20 50A30 30 0 0 1 80 50A30 30 0 0 1 20 50Z"));
  for (const auto& [x, y] : {std::pair(50, 50), {50, 22}, {50, 78}, {22, 50}, {78, 50}})
    CHECK(circle.at(x, y) == kRed);
  for (const auto& [x, y] : {std::pair(25, 25), {75, 75}, {50, 17}, {17, 50}})
    CHECK(circle.at(x, y) == kWhite);
  CHECK(Picture(shape("M20 50A30 30 0 0 1 80 50Z")).at(50, 30) == kRed);
  CHECK(Picture(shape("M20 50A30 30 0 0 0 80 50Z")).at(50, 70) == kRed);
  // A quarter of the circle, and the other three.
  CHECK(Picture(shape("M50 20A30 30 0 0 1 80 50Z")).at(40, 60) == kWhite);
  CHECK(Picture(shape("M50 20A30 30 0 1 0 80 50Z")).at(40, 60) == kRed);
}

TEST_CASE("An outline that is none is refused") {
  for (const char* wrong : {"10 10", "M10", "M10 x", "B10 10", "M10 10A5 5 30 0 1 20 20"}) {
    INFO(wrong);
    CHECK_THROWS_AS(png(shape(wrong)), Error);
  }
}

TEST_CASE("A layer is clipped, turned over and faded as one") {
  const Shape bar{"M0 10h100v20h-100z", "#ff0000"}, same_bar = bar;
  const Layer ground{{kGround}};
  const Layer clipped{{bar}, "M0 0h50v100H0z"};
  const Picture half(small({ground, clipped}));
  CHECK(half.at(20, 20) == kRed);
  CHECK(half.at(70, 20) == kWhite);
  const Layer turned{{bar}, "", 1, 100, -1};
  const Picture below(small({ground, turned}));
  CHECK(below.at(50, 20) == kWhite);
  CHECK(below.at(50, 80) == kRed);
  // Two shapes that lie on each other are no darker than one.
  const Picture faded(small({ground, {{bar, same_bar}, "", 0.5}}));
  CHECK(faded.at(50, 20) == Picture(small({ground, {{bar}, "", 0.5}})).at(50, 20));
  CHECK((faded.at(50, 20) & 0xffU) > 0x70U);
}

TEST_CASE("A colour fades over its outline's height, and a picture is cut above") {
  Drawing drawing = small({{{{"M0 20h100v60H0z", "#ff0000", "#0000ff"}}}});
  drawing.top = 20;
  drawing.height = 60;
  const Picture fade(drawing);
  CHECK(fade.height() == 60);
  CHECK((fade.at(50, 1) >> 16U) > 240U);
  CHECK((fade.at(50, 58) & 0xffU) > 240U);
}

TEST_CASE("A title stands in at most two lines within its width, however long it is") {
  const std::string word = "Nghiêng ";
  std::string longer = "Ở xứ ";
  for (int words = 1; words < 60; words += 7) {
    const Picture picture(titled(longer));
    INFO(longer);
    CHECK(picture.others(kWhite, 60, 200, 1140, 380) > 500);
    CHECK(picture.others(kWhite, 0, 0, 56, 400) == 0);
    CHECK(picture.others(kWhite, 1144, 0, 1200, 400) == 0);
    CHECK(picture.others(kWhite, 0, 0, 1200, 160) == 0);
    for (int i = 0; i < 7; ++i) longer += word;
  }
  const Picture unbroken(titled(std::string(400, 'm')));
  CHECK(unbroken.others(kWhite, 1144, 0, 1200, 400) == 0);
  CHECK(unbroken.others(kWhite, 60, 200, 1140, 380) > 500);
  CHECK(Picture(titled("")).others(kWhite, 0, 0, 1200, 400) == 0);
}

TEST_CASE("Two lines are about as long as each other") {
  const Picture picture(titled("Cuộc thi viết Gương sáng quê hương Gia Lai 2026"));
  // Both reach over the middle, neither to the edge.
  for (const int top : {200, 290}) {
    CHECK(picture.others(kWhite, 600, top, 700, top + 60) > 0);
    CHECK(picture.others(kWhite, 1000, top, 1140, top + 60) == 0);
  }
}
