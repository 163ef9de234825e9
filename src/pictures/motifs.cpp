// One function for each scene. Random numbers are drawn in a fixed order, each in a statement of its own:
// another order would be another picture.
#include "pictures/motifs.h"

#include "guong/base/error.h"
#include "pictures/scenery.h"

namespace guong::pictures {
namespace {

using Scene = std::vector<Painted>;

/// The ridge and the hill that most scenes have behind them.
Scene backdrop(SeededRandom& random, double y, double ridge_height, double roughness, double hill_height,
               const Silhouette& colours) {
  const PathText mountains = ridge(random, y, ridge_height, roughness);
  const PathText slope = hill(random, y, hill_height);
  return {{mountains.text(), colours.far}, {slope.text(), colours.middle}};
}

PathText window(double x, double y, double width, double height) {
  return PathText().to('M', {x, y}).to('h', {width}).to('v', {height}).to('h', {-width}).to('z');
}

Scene mountain(SeededRandom& random, double y, const Silhouette& colours) {
  const double school = 300 + random() * 600;
  const PathText far = ridge(random, y, 300, 0.7);
  const PathText middle = ridge(random, y, 210, 0.6);
  const PathText near = hill(random, y, 90);
  PathText houses = house(school, y - 62, 150, 44, 0.24), windows;
  houses.add(house(school + 170, y - 58, 70, 34, 0.3));
  for (const int along : {20, 62, 104}) windows.add(window(school + along, y - 92, 20, 18));
  return {{far.text(), colours.far},
          {middle.text(), colours.middle},
          {near.text(), colours.near},
          {houses.text(), colours.things},
          {windows.text(), colours.lights}};
}

Scene village(SeededRandom& random, double y, const Silhouette& colours) {
  Scene out = backdrop(random, y, 200, 0.5, 130, colours);
  PathText things, windows;
  for (double x = 60 + random() * 80; x < 1120; x += 110 + random() * 120) {
    const double width = 70 + random() * 80;
    const double height = 36 + random() * 34;
    things.add(house(x, y, width, height, 0.28 + random() * 0.16));
    if (random() > 0.35) windows.add(window(x + width * 0.4, y - height * 0.8, width * 0.2, height * 0.42));
    if (random() > 0.5) {
      const double size = 110 + random() * 90;
      const double lean = random() * 0.5 - 0.25;
      things.add(palm(x + width + 22, y, size, lean));
    }
  }
  out.push_back({things.text(), colours.things});
  out.push_back({windows.text(), colours.lights});
  return out;
}

Scene rice_terrace(SeededRandom& random, double y, const Silhouette& colours) {
  Scene out = backdrop(random, y, 220, 0.6, 110, colours);
  PathText things;
  const double grove = 80 + random() * 200;
  for (int tree = 0; tree < 4; ++tree) {
    const double x = grove + tree * 70 + random() * 40;
    const double size = 120 + random() * 110;
    const double lean = random() * 0.6 - 0.3;
    things.add(palm(x, y, size, lean));
  }
  things.add(house(grove + 330, y, 120, 46, 0.34));
  out.push_back({things.text(), colours.things});
  return out;
}

Scene boats(SeededRandom& random, double y, const Silhouette& colours) {
  Scene out = backdrop(random, y, 150, 0.5, 50, colours);
  PathText things;
  for (int place = 0; place < 3; ++place) {
    const double x = 180 + place * 330 + random() * 160;
    const double size = 46 + random() * 50;
    things.add(boat(x, y + 4, size));
  }
  things.add(basket_boat(120 + random() * 960, y + 8, 26));
  things.add(basket_boat(120 + random() * 960, y + 8, 20));
  out.push_back({things.text(), colours.things});
  return out;
}

Scene cham_towers(SeededRandom& random, double y, const Silhouette& colours) {
  const double x = 360 + random() * 420;
  const double size = 120 + random() * 30;
  Scene out = backdrop(random, y, 170, 0.5, 120, colours);
  PathText towers = cham_tower(x, y - 40, size);
  towers.add(cham_tower(x + size * 1.7, y - 40, size * 0.76));
  towers.add(cham_tower(x - size * 1.55, y - 40, size * 0.62));
  out.push_back({towers.text(), colours.things});
  out.push_back({hill(random, y, 56).text(), colours.near});
  out.push_back({tower_door(x, y - 44, size).text(), colours.lights});
  return out;
}

/// Two columns of three windows, some of them lit.
PathText lit_windows(SeededRandom& random, double x, double roof, double width) {
  PathText out;
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 2; ++column)
      if (random() > 0.55)
        out.add(window(x + width * (0.2 + column * 0.38), roof + 18 + row * 34, width * 0.2, 18));
  return out;
}

Scene town(SeededRandom& random, double y, const Silhouette& colours) {
  PathText far, near, windows;
  for (double x = -20; x < kCoverWidth; x += 50 + random() * 70) {
    const double width = 56 + random() * 50;
    const double height = 110 + random() * 170;
    far.add(house(x, y, width, height, random() > 0.7 ? 0.3 : 0));
  }
  for (double x = 10; x < kCoverWidth;) {
    const double width = 76 + random() * 60;
    const double height = 80 + random() * 130;
    near.add(house(x, y, width, height, random() > 0.55 ? 0.3 : 0));
    windows.add(lit_windows(random, x, y - height, width));
    x += width + 8 + random() * 34;
  }
  return {{ridge(random, y, 260, 0.5).text(), colours.far},
          {far.text(), colours.middle},
          {near.text(), colours.things},
          {windows.text(), colours.lights}};
}

Scene bridge(SeededRandom& random, double y, const Silhouette& colours) {
  PathText deck;
  deck.to('M', {0, y - 96})
      .to('Q', {600, y - 150, 1200, y - 96})
      .to('v', {20})
      .to('Q', {600, y - 128, 0, y - 76})
      .to('Z');
  for (int x = 70; x < kCoverWidth; x += 118) {
    const double from_middle = (x - 600) / 600.0, top = y - 122 + 26 * from_middle * from_middle;
    deck.to('M', {x - 8.0, top}).to('h', {16}).to('V', {y}).to('h', {-16}).to('Z');
    // Half an arch to each side, up to the next pier.
    deck.to('M', {x + 8.0, top + 10})
        .to('q', {51, 0, 51, 42})
        .to('q', {0, -42, 51, -42})
        .to('V', {top})
        .to('H', {x + 8.0})
        .to('Z');
  }
  Scene out = backdrop(random, y, 260, 0.6, 90, colours);
  out.push_back({deck.text(), colours.things});
  return out;
}

Scene wind_turbines(SeededRandom& random, double y, const Silhouette& colours) {
  PathText turbines;
  for (int place = 0; place < 5; ++place) {
    const double x = 130 + place * 235 + random() * 110;
    const double size = 190 + random() * 150;
    const double turn = random() * 2;
    turbines.add(wind_turbine(x, y, size, turn));
  }
  const PathText mountains = ridge(random, y, 140, 0.4);
  const PathText behind = hill(random, y, 120);
  const PathText before = hill(random, y, 60);
  return {{mountains.text(), colours.far},
          {turbines.text(), colours.things},
          {behind.text(), colours.near},
          {before.text(), colours.things}};
}

Scene composed(Motif motif, SeededRandom& random, double y, const Silhouette& colours) {
  switch (motif) {
    case Motif::mountain:
      return mountain(random, y, colours);
    case Motif::village:
      return village(random, y, colours);
    case Motif::rice_terrace:
      return rice_terrace(random, y, colours);
    case Motif::boats:
      return boats(random, y, colours);
    case Motif::cham_towers:
      return cham_towers(random, y, colours);
    case Motif::town:
      return town(random, y, colours);
    case Motif::bridge:
      return bridge(random, y, colours);
    case Motif::wind_turbines:
      return wind_turbines(random, y, colours);
  }
  throw Error(ErrorKind::internal, "base.internal");
}

}  // namespace

std::vector<Painted> scene(Motif motif, SeededRandom& random, double horizon, const Silhouette& colours) {
  Scene out = composed(motif, random, horizon, colours);
  // All windows may be dark.
  std::erase_if(out, [](const Painted& painted) { return painted.outline.empty(); });
  return out;
}

}  // namespace guong::pictures
