// What a field of work looks like: its hue and the scene that stands for it.
#pragma once

#include <string_view>

namespace guong::pictures {

enum class Motif { mountain, village, rice_terrace, boats, cham_towers, town, bridge, wind_turbines };

struct FieldLook {
  double hue = 0;
  Motif motif = Motif::mountain;
};

/// Rule books name their fields as they like: one that has no look of its own gets a neutral hue, and a scene
/// that the title chooses.
FieldLook look_of(std::string_view field, std::string_view title);

}  // namespace guong::pictures
