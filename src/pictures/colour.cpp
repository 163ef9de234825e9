// From OKLCH over OKLab and linear light to sRGB. The numbers are those of Björn Ottosson's definition.
#include "pictures/colour.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "guong/base/bytes.h"
#include "pictures/path_text.h"

namespace guong::pictures {
namespace {

double clipped(double x) { return std::clamp(x, 0.0, 1.0); }
double cube(double x) { return x * x * x; }

/// One channel of linear light as a screen wants it, 0 to 255.
char channel(double light) {
  const double curved =
      light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(clipped(light), 1 / 2.4) - 0.055;
  return static_cast<char>(rounded(255 * clipped(curved)));
}

}  // namespace

std::string colour(double lightness, double chroma, double hue) {
  const double turn = hue * std::numbers::pi / 180;
  const double a = chroma * std::cos(turn), b = chroma * std::sin(turn);
  // What the three kinds of cones of the eye get.
  const double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b),
               m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b),
               s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  return "#" + to_hex(std::string{channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                                  channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                                  channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)});
}

Shades gold_leaf() { return {colour(0.84, 0.1, 88), colour(0.79, 0.115, 82), colour(0.88, 0.08, 92)}; }
Shades vermilion() { return {colour(0.6, 0.19, 33), colour(0.56, 0.185, 31), colour(0.64, 0.185, 36)}; }

}  // namespace guong::pictures
