// Eggshell inlay, as lacquer workers lay it: a disc of small pieces with the ground showing between them.
#pragma once

#include <array>
#include <string>

#include "pictures/random.h"

namespace guong::pictures {

struct Disc {
  double x = 0, y = 0, radius = 0;
};

/// The pieces as three outlines, one for each shade. They reach over the disc's edge: clip them to it. `gap`
/// is how much of itself each piece leaves to the ground.
std::array<std::string, 3> mosaic(SeededRandom& random, const Disc& disc, double gap);

}  // namespace guong::pictures
