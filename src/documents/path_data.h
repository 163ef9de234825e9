// Reads SVG's path data into Cairo's path.
#pragma once

#include <cairo.h>

#include <string_view>

namespace guong::documents {

/// Adds the outline to the current path. The notation is our own pictures': all commands, whole numbers or
/// decimals, but arcs are of ellipses that stand upright. Throws Error{internal} when it is something else.
void trace(cairo_t* cairo, std::string_view outline);

}  // namespace guong::documents
