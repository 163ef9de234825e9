// Drawings as values, and their PNG: shapes from back to front, with a title. Takes tens of milliseconds: not
// for event threads. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace guong::documents {

/// Colours are "#rrggbb"; an outline is SVG's path data.
struct Shape {
  std::string outline, colour;
  std::string colour_below = "";  // what the colour fades to at the outline's lower end; empty: it does not
  double opacity = 1;
  double line_width = 0;  // 0: filled, otherwise drawn as a line
};

/// Shapes that are clipped, turned over and faded as one.
struct Layer {
  std::vector<Shape> shapes;
  std::string clip = "";  // an outline; empty: none
  double opacity = 1;
  double move_down = 0, stretch = 1;  // y becomes move_down + stretch * y; a negative stretch turns over
};

/// A title in at most two lines of about the same length, as large as they fit; what is longer ends in "…".
struct Title {
  std::string text, colour;
  double left = 0, baseline = 0, width = 0;  // the last line stands on the baseline
  double largest = 76, smallest = 46;        // size of the type
};

struct Drawing {
  int width = 0, height = 0;
  double top = 0;  // what lies above is cut off
  std::vector<Layer> layers;
  std::optional<Title> title;
};

/// The file. The same drawing gives the same picture.
std::string png(const Drawing& drawing);

}  // namespace guong::documents
