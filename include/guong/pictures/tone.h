// Colours for text and what stands below it: taken apart as the eye sees them, and held against each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guong::pictures {

/// OKLCH: 0 to 1, 0 to about 0.37, degrees.
struct Tone {
  double lightness = 0, chroma = 0, hue = 0;
};

/// Of "#rrggbb"; nothing of anything else.
std::optional<Tone> tone_of(std::string_view hex);
/// As "#rrggbb"; what a screen cannot show is clipped.
std::string hex_of(const Tone& tone);
/// WCAG 2.2: from 1 to 21, whichever comes first. Both are "#rrggbb".
double contrast(std::string_view one, std::string_view other);

}  // namespace guong::pictures
