// The rule of covers. Everything is decided by random numbers that title and field seed, drawn in a fixed
// order.
#include "pictures/cover_scene.h"

#include <algorithm>

#include "pictures/scenery.h"

namespace guong::pictures {
namespace {

constexpr int kWidth = kCoverWidth, kHeight = kCoverHeight;

/// How far the whole disc stays below the upper edge of a picture that is cut there.
constexpr double kDiscRoom = 36;

enum class Hour { night, dawn, day };

struct Palette {
  Fade sky, water;
  Silhouette silhouette;
  Shades disc;
  std::string ripples, ink;
};

Shades eggshell() { return {colour(0.95, 0.02, 85), colour(0.915, 0.025, 82), colour(0.97, 0.015, 90)}; }

Palette at_night(double hue, const Shades& disc) {
  return {{colour(0.2, 0.045, hue), colour(0.4, 0.075, hue)},
          {colour(0.3, 0.06, hue), colour(0.17, 0.035, hue)},
          {colour(0.335, 0.06, hue), colour(0.275, 0.05, hue), colour(0.225, 0.04, hue),
           colour(0.16, 0.025, hue), gold_leaf()[0]},
          disc,
          colour(0.46, 0.075, hue),
          eggshell()[2]};
}

/// The water is between the field's hue and the warm of the sky, unless that would be a green between blue
/// and orange.
Palette at_dawn(double hue, const Shades& disc) {
  const double water_hue = (hue + 60) / 2 > 200 ? hue : 60;
  return {{colour(0.5, 0.1, hue), colour(0.86, 0.075, 70)},
          {colour(0.7, 0.075, water_hue), colour(0.42, 0.085, hue)},
          {colour(0.62, 0.08, hue), colour(0.47, 0.085, hue), colour(0.37, 0.07, hue),
           colour(0.25, 0.045, hue), gold_leaf()[2]},
          disc,
          colour(0.9, 0.05, 75),
          eggshell()[2]};
}

Palette by_day(double hue, const Shades& disc) {
  return {{colour(0.9, 0.035, hue), colour(0.965, 0.018, 85)},
          {colour(0.9, 0.035, hue), colour(0.72, 0.07, hue)},
          {colour(0.79, 0.055, hue), colour(0.64, 0.085, hue), colour(0.5, 0.09, hue),
           colour(0.34, 0.07, hue), gold_leaf()[2]},
          disc,
          colour(0.98, 0.015, 85),
          colour(0.24, 0.05, hue)};
}

/// The disc of every hour is drawn by lot, also of those that are not shown: the numbers after them stay the
/// same.
Palette palette(Hour hour, double hue, SeededRandom& random) {
  const Shades night_disc = random() > 0.5 ? gold_leaf() : eggshell();
  const Shades dawn_disc = random() > 0.45 ? vermilion() : eggshell();
  const Shades day_disc = random() > 0.5 ? vermilion() : gold_leaf();
  if (hour == Hour::night) return at_night(hue, night_disc);
  if (hour == Hour::dawn) return at_dawn(hue, dawn_disc);
  return by_day(hue, day_disc);
}

Disc place_disc(SeededRandom& random, int horizon, bool lettered) {
  const bool right = random() > 0.4 || lettered;
  Disc disc;
  disc.x = kWidth * ((right ? 0.62 : 0.24) + random() * 0.14);
  disc.radius = 120 + random() * 80;
  disc.y = horizon - disc.radius * (0.35 + random() * 0.9) - 60;
  if (lettered) disc.y = std::max(disc.y, kLetteredTop + kDiscRoom + disc.radius);
  return disc;
}

/// The disc comes back in the water as bars, shorter and further apart towards the beholder.
PathText light_on_water(SeededRandom& random, int horizon, const Disc& disc) {
  PathText out;
  int y = horizon + 12;
  for (int bar = 0; y < kHeight - 30 && bar < 9; ++bar, y += 14 + bar * 5) {
    const double half = disc.radius * (1 - bar * 0.07) * (0.5 + random() * 0.55);
    out.to('M', {disc.x - half + (random() - 0.5) * 40, static_cast<double>(y)})
        .to('h', {2 * half})
        .to('v', {4 + bar * 0.8})
        .to('h', {-2 * half})
        .to('z');
  }
  return out;
}

/// Short strokes, denser towards the horizon.
PathText ripples(SeededRandom& random, int horizon) {
  PathText out;
  for (int stroke = 0; stroke < 34; ++stroke) {
    const double nearness = random();
    const double y = horizon + 6 + nearness * nearness * (kHeight - horizon);
    const double length = 30 + random() * 200 * (0.3 + nearness);
    out.to('M', {random() * kWidth - length / 2, y}).to('h', {length});
  }
  return out;
}

std::vector<Stroke> paddies(SeededRandom& random, int horizon, const Palette& colours) {
  std::vector<Stroke> out;
  for (int band = 0; band < 7; ++band) {
    const double y = horizon + 10 + band * band * 5.4, swing = 10 + band * 7;
    const double first_bend = kWidth * (0.2 + random() * 0.1);
    const double last_bend = y + swing * (random() - 0.3);
    PathText line;
    line.to('M', {0, y})
        .to('C', {first_bend, y - swing, kWidth * 0.35, y + swing, kWidth * 0.55, y})
        .to('S', {kWidth * 0.85, last_bend, kWidth, y - swing * 0.4});
    out.push_back({line.text(), band % 2 == 1 ? colours.silhouette.middle : colours.ripples, 3 + band});
  }
  return out;
}

}  // namespace

CoverScene cover_scene(std::string_view field, std::string_view title, bool lettered) {
  const auto look = look_of(field, title);
  SeededRandom random(std::string(title) + std::string(field));
  const auto hour = static_cast<Hour>(random() * 3);
  CoverScene out;
  out.horizon = rounded(kHeight * (0.6 + random() * 0.06));
  out.disc = place_disc(random, out.horizon, lettered);
  const Palette colours = palette(hour, look.hue, random);
  out.sky = colours.sky;
  out.water = colours.water;
  out.disc_shades = colours.disc;
  out.ink = colours.ink;
  out.scenery = scene(look.motif, random, out.horizon, colours.silhouette);
  out.disc_pieces = mosaic(random, out.disc, 0.1);
  out.light_on_water = light_on_water(random, out.horizon, out.disc).text();
  out.ripples = {ripples(random, out.horizon).text(), colours.ripples, 2};
  if (look.motif == Motif::rice_terrace) out.paddies = paddies(random, out.horizon, colours);
  return out;
}

std::string sky_outline(const CoverScene& cover) {
  const double y = cover.horizon;
  return PathText().to('M', {0, 0}).to('h', {kWidth}).to('v', {y}).to('H', {0}).to('z').text();
}

std::string water_outline(const CoverScene& cover) {
  const double y = cover.horizon;
  return PathText().to('M', {0, y}).to('h', {kWidth}).to('V', {kHeight}).to('H', {0}).to('z').text();
}

double mirrored_from(const CoverScene& cover) { return cover.horizon * (1 + kFlattened); }

}  // namespace guong::pictures
