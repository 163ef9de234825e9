// Colours by lightness, chroma and hue as the eye sees them (OKLCH), written as "#rrggbb".
#pragma once

#include <array>
#include <string>

namespace guong::pictures {

/// What a screen cannot show is clipped, channel by channel.
std::string colour(double lightness, double chroma, double hue);

/// Three shades of one matter, of which a mosaic is laid; the first is the one in the middle.
using Shades = std::array<std::string, 3>;
/// The matters of lacquer: gold leaf, eggshell, vermilion.
Shades gold_leaf();
Shades vermilion();

}  // namespace guong::pictures
