// A cover as plain data, before anybody draws it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pictures/colour.h"
#include "pictures/mosaic.h"
#include "pictures/motifs.h"
#include "pictures/scenery.h"

namespace guong::pictures {

/// From above to below.
struct Fade {
  std::string top, bottom;
};

struct Stroke {
  std::string outline, colour;
  int width = 1;
};

struct CoverScene {
  int horizon = 0;
  Fade sky, water;
  Disc disc;
  Shades disc_shades;
  std::array<std::string, 3> disc_pieces;
  std::vector<Painted> scenery;
  std::vector<Stroke> paddies;  // bands of flooded fields, on rice terraces only
  std::string light_on_water;   // the disc's image in the water, in bars
  Stroke ripples;
  std::string ink;  // of letters on the water
};

/// The thin rim stands so far outside the disc.
constexpr double kRimGap = 14;
/// The image in the water is flatter than the scene.
constexpr double kFlattened = 0.62;

/// What sites and messengers show of a page that is passed on: 1200 by 630. The sky loses more than the
/// water, on which the title stands.
constexpr int kLetteredTop = 124, kLetteredHeight = 630;

/// What is lettered keeps its disc to the right, where no letters are, and whole.
CoverScene cover_scene(std::string_view field, std::string_view title, bool lettered);

std::string sky_outline(const CoverScene& cover);
std::string water_outline(const CoverScene& cover);
/// Where the top of the picture comes to lie when the scene is turned over at the horizon and flattened.
double mirrored_from(const CoverScene& cover);

}  // namespace guong::pictures
