// The host's colours: the four lines of the design that a theme sets, and what makes a colour of the host's
// own fit to be read.
#pragma once

#include <string>
#include <vector>

#include "guong/base/error.h"
#include "guong/publishing/host.h"

namespace guong::publishing {

/// A colour of text and what it stands on, in one of the two appearances.
struct ColourPair {
  std::string text, ground;  // "#rrggbb"
};
/// Every pair that carries text, light and dark.
std::vector<ColourPair> colour_pairs(const Host& host);
/// The least contrast that text may have (WCAG 2.2, AA).
inline constexpr double kLeastContrast = 4.5;

/// Faults at /colour: it is no colour, or too light to be read; then it names the nearest that is not.
std::vector<Fault> colour_faults(const Host& host);

/// The style that puts the host's colours in the place of the design's; empty where they are those.
std::string host_style(const Host& host);

}  // namespace guong::publishing
