// From sRGB over linear light to OKLCH; the way back is in colour.cpp.
#include "guong/pictures/tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "guong/base/bytes.h"
#include "pictures/colour.h"

namespace guong::pictures {
namespace {

using Light = std::array<double, 3>;  // linear red, green, blue

std::optional<Light> light_of(std::string_view hex) {
  constexpr std::size_t kLength = 7;
  if (hex.size() != kLength || hex.front() != '#') return std::nullopt;
  const auto bytes = from_hex(hex.substr(1));
  if (!bytes) return std::nullopt;
  Light out{};
  std::ranges::transform(*bytes, out.begin(), [](unsigned char byte) {
    const double part = byte / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  });
  return out;
}

double luminance(std::string_view hex) {
  const Light light = light_of(hex).value_or(Light{});
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

}  // namespace

std::optional<Tone> tone_of(std::string_view hex) {
  const auto light = light_of(hex);
  if (!light) return std::nullopt;
  const auto [r, g, b] = *light;
  // What the three kinds of cones of the eye get.
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
               m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
               s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const double across = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const double along = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
  const double hue = std::atan2(along, across) * 180 / std::numbers::pi;
  return Tone{0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, std::hypot(across, along),
              hue < 0 ? hue + 360 : hue};
}

std::string hex_of(const Tone& tone) { return colour(tone.lightness, tone.chroma, tone.hue); }

double contrast(std::string_view one, std::string_view other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace guong::pictures
