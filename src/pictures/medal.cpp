// Medals: one mosaic for all, in the matter of the rank.
#include "guong/pictures/medal.h"

#include <optional>

#include "pictures/mosaic.h"
#include "pictures/svg.h"

namespace guong::pictures {
namespace {

struct Matter {
  Shades shades;
  std::string ground;  // what shows between the pieces
};

std::optional<Matter> matter_of(int rank) {
  const std::string dark = colour(0.4, 0.08, 50);
  switch (rank) {
    case 1:
      return Matter{{colour(0.84, 0.1, 88), colour(0.78, 0.12, 82), colour(0.89, 0.08, 92)}, dark};
    case 2:
      return Matter{{colour(0.93, 0.012, 85), colour(0.88, 0.014, 82), colour(0.965, 0.01, 90)},
                    colour(0.5, 0.02, 70)};
    case 3:
      return Matter{{colour(0.6, 0.19, 33), colour(0.56, 0.185, 31), colour(0.65, 0.18, 37)}, dark};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string medal_svg(int rank) {
  const auto matter = matter_of(rank);
  if (!matter) return "";
  // The seed is part of the rule: another word would lay every medal anew.
  SeededRandom random("huy-chuong");
  const auto pieces = mosaic(random, {100, 100, 88}, 0.09);
  return svg_picture(
      200, 200,
      svg_element("defs", {},
                  svg_element("clipPath", {{"id", "d"}},
                              svg_element("circle", {{"cx", "100"}, {"cy", "100"}, {"r", "88"}}))) +
          svg_element("circle", {{"cx", "100"},
                                 {"cy", "100"},
                                 {"r", "98"},
                                 {"fill", "none"},
                                 {"stroke", matter->shades[1]},
                                 {"stroke-width", "3"}}) +
          svg_element("circle", {{"cx", "100"}, {"cy", "100"}, {"r", "89"}, {"fill", matter->ground}}) +
          inlay(pieces, matter->shades));
}

}  // namespace guong::pictures
