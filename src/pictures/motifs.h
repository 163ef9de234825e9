// The eight scenes of covers, each composed anew from random numbers.
#pragma once

#include <string>
#include <vector>

#include "pictures/fields.h"
#include "pictures/random.h"

namespace guong::pictures {

/// Colours of a scene, from far to near; what stands in it, and its lit windows.
struct Silhouette {
  std::string far, middle, near, things, lights;
};

struct Painted {
  std::string outline, fill;
};

/// From back to front, standing on the line `horizon`.
std::vector<Painted> scene(Motif motif, SeededRandom& random, double horizon, const Silhouette& colours);

}  // namespace guong::pictures
