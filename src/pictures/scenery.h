// The things that covers show: hills, houses, boats, palms. Each is an outline that stands on the line y;
// `size` is about its height in the cover's 1200 by 800.
#pragma once

#include "pictures/path_text.h"
#include "pictures/random.h"

namespace guong::pictures {

constexpr int kCoverWidth = 1200, kCoverHeight = 800;

/// A far mountain ridge from edge to edge; `roughness` is how jagged it is.
PathText ridge(SeededRandom& random, double y, double height, double roughness);
/// A soft near hill from edge to edge.
PathText hill(SeededRandom& random, double y, double height);
/// A brick tower of the Chăm, in steps; and the pointed arch of its door.
PathText cham_tower(double x, double y, double size);
PathText tower_door(double x, double y, double size);
/// A fishing boat with its cabin and mast; a round basket boat.
PathText boat(double x, double y, double size);
PathText basket_boat(double x, double y, double size);
/// `roof` is the rise of the roof as a share of the width; 0 is flat.
PathText house(double x, double y, double width, double height, double roof);
/// `turn` is where the blades stand.
PathText wind_turbine(double x, double y, double size, double turn);
/// An areca palm whose crown hangs over by `lean` of its height.
PathText palm(double x, double y, double size, double lean);

}  // namespace guong::pictures
