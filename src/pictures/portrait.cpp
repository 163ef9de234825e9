// Portraits: outlines that were drawn once, in colours that the field gives.
#include "guong/pictures/portrait.h"

#include <array>

#include "pictures/fields.h"
#include "pictures/mosaic.h"
#include "pictures/svg.h"

namespace guong::pictures {
namespace {

enum class Hair { cropped, bun, loose, grey, conical_hat };
/// Short hair is twice as likely as each other.
constexpr std::array kHair{Hair::cropped, Hair::bun,     Hair::loose,
                           Hair::grey,    Hair::cropped, Hair::conical_hat};

struct Colours {
  Shades disc;
  std::string sky_top, sky_bottom, cloth, fold;
};

Colours at_night(double hue) {
  return {gold_leaf(), colour(0.27, 0.05, hue), colour(0.36, 0.07, hue), colour(0.6, 0.09, hue),
          colour(0.52, 0.085, hue)};
}

Colours by_day(double hue) {
  return {{colour(0.955, 0.02, 85), colour(0.925, 0.025, 82), colour(0.975, 0.012, 90)},
          colour(0.86, 0.045, hue),
          colour(0.93, 0.025, hue),
          colour(0.42, 0.09, hue),
          colour(0.35, 0.08, hue)};
}

constexpr const char* kCropped =
    "M168 214C160 140 196 116 244 116s80 30 70 98c-6-26-16-40-30-50-30 10-62 8-84-2-16 12-26 28-32 52z";
constexpr const char* kBun =
    "M164 236C150 140 192 114 242 114s88 30 74 122c-8-40-20-62-44-74-22 16-56 22-84 20-12 16-20 34-24 54z";
constexpr const char* kLooseBehind =
    "M158 330C146 176 176 112 242 112s94 60 82 218c-14 8-30 8-36 2 14-60 14-120-12-166-22 14-52 22-84 20-16 "
    "44-12 96 2 146-8 6-24 6-36-2z";
constexpr const char* kLooseBefore =
    "M166 216c-2-70 24-100 76-100s76 34 72 100c-12-22-26-40-42-50-22 14-50 20-82 18-10 8-18 18-24 32z";
constexpr const char* kUnderHat =
    "M168 222c-4-40 20-70 72-70s76 30 72 70c-10-20-20-30-30-36-30 8-60 8-84 0-12 8-22 18-30 36z";
constexpr const char* kHat = "M240 84c44 26 92 62 128 104-70 22-186 22-256 0 36-42 84-78 128-104z";
constexpr const char* kHatRings = "M196 114c28 8 60 8 88 0M156 148c52 14 116 14 168 0";

std::string hair_behind_the_head(Hair hair, const std::string& tint) {
  return hair == Hair::loose ? filled(kLooseBehind, tint) : "";
}

std::string hair_before_the_head(Hair hair, const std::string& tint) {
  switch (hair) {
    case Hair::bun:
      return svg_element("circle", {{"cx", "246"}, {"cy", "108"}, {"r", "30"}, {"fill", tint}}) +
             filled(kBun, tint);
    case Hair::loose:
      return filled(kLooseBefore, tint);
    case Hair::conical_hat:
      return filled(kUnderHat, tint) + filled(kHat, colour(0.87, 0.06, 85)) +
             svg_element("path", {{"fill", "none"},
                                  {"stroke", colour(0.76, 0.07, 82)},
                                  {"stroke-width", "4"},
                                  {"d", kHatRings}});
    default:
      return filled(kCropped, tint);
  }
}

std::string face() {
  return svg_element(
      "ellipse",
      {{"cx", "240"}, {"cy", "212"}, {"rx", "70"}, {"ry", "84"}, {"fill", colour(0.76, 0.07, 62)}});
}

std::string clothes_and_neck(const Colours& colours) {
  return filled("M44 480c4-92 66-130 150-142h92c84 12 146 50 150 142z", colours.cloth) +
         filled("M240 480c4-60 20-104 50-142l-50 40-50-40c30 38 46 82 50 142z", colours.fold) +
         filled("M204 268h72v70q-36 40-72 0z", colour(0.69, 0.078, 58));
}

}  // namespace

std::string portrait_svg(std::string_view field, std::string_view key) {
  SeededRandom random(key);
  const Hair hair = kHair[static_cast<std::size_t>(random() * kHair.size())];
  const double hue = look_of(field, key).hue;
  const Colours colours = random() > 0.5 ? by_day(hue) : at_night(hue);
  const std::string tint = hair == Hair::grey ? colour(0.82, 0.012, 80) : colour(0.22, 0.02, 40);
  const auto pieces = mosaic(random, {240, 220, 176}, 0.07);
  const std::string disc = svg_element("circle", {{"cx", "240"}, {"cy", "220"}, {"r", "176"}});
  return svg_picture(480, 480,
                     svg_element("defs", {},
                                 fade_definition("a", colours.sky_top, colours.sky_bottom) +
                                     svg_element("clipPath", {{"id", "d"}}, disc)) +
                         filled("M0 0h480v480H0z", "url(#a)") + inlay(pieces, colours.disc) +
                         clothes_and_neck(colours) + hair_behind_the_head(hair, tint) + face() +
                         hair_before_the_head(hair, tint));
}

}  // namespace guong::pictures
