// Outlines of the things that covers show.
#include "pictures/scenery.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace guong::pictures {
namespace {

using Points = std::vector<std::pair<double, double>>;

/// Each stretch gets a middle, moved up or down by at most half of `sway`.
Points refined(SeededRandom& random, const Points& points, double sway) {
  Points out{points.front()};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& [x1, y1] = points[i - 1];
    const auto& [x2, y2] = points[i];
    out.emplace_back((x1 + x2) / 2, (y1 + y2) / 2 + (random() - 0.5) * sway);
    out.push_back(points[i]);
  }
  return out;
}

PathText lines_to(const Points& points) {
  PathText out;
  for (const auto& [x, y] : points) out.to('L', {x, y});
  return out;
}

/// The left side of a tower's three storeys, from below: each narrower, with a ledge above. `top` and `width`
/// come out as they are at its upper end.
Points tower_steps(double x, double y, double size, double& top) {
  Points out;
  double width = 0.56;
  for (const double storey : {0.34, 0.28, 0.22}) {
    const double narrower = width * 0.74, wall = x - narrower * size, ledge = wall - 0.04 * size;
    out.insert(out.end(), {{wall, y - top * size},
                           {wall, y - (top + storey) * size},
                           {ledge, y - (top + storey) * size},
                           {ledge, y - (top + storey + 0.05) * size}});
    width = narrower + 0.04;
    top += storey + 0.05;
  }
  return out;
}

}  // namespace

PathText ridge(SeededRandom& random, double y, double height, double roughness) {
  const double left = random() * 0.5;
  const double middle = 0.4 + random() * 0.6;
  const double right = random() * 0.5;
  Points points{{0, left}, {0.5, middle}, {1, right}};
  double sway = roughness;
  for (int times = 0; times < 4; ++times, sway *= 0.52) points = refined(random, points, sway);
  PathText out;
  out.to('M', {0, y});
  for (const auto& [across, up] : points)
    out.to('L', {across * kCoverWidth, y - std::max(0.02, up) * height});
  return out.to('L', {kCoverWidth, y}).to('Z');
}

PathText hill(SeededRandom& random, double y, double height) {
  constexpr double kWide = kCoverWidth;
  const double left = y - height * (0.3 + random() * 0.5);
  const double middle = y - height * (0.6 + random() * 0.5);
  const double right = y - height * (0.1 + random() * 0.6);
  return PathText()
      .to('M', {0, y})
      .to('V', {left})
      .to('C', {kWide * 0.2, left - height * 0.5, kWide * 0.3, middle, kWide * 0.5, middle})
      .to('S', {kWide * 0.8, right, kWide, right})
      .to('V', {y})
      .to('Z');
}

PathText cham_tower(double x, double y, double size) {
  const auto at = [&](double share) { return share * size; };
  double top = 1.03;
  const Points left = tower_steps(x, y, size, top);
  Points right;
  for (auto step = left.rbegin(); step != left.rend(); ++step)
    right.emplace_back(2 * x - step->first, step->second);
  PathText out;
  out.to('M', {x - at(0.5), y}).to('V', {y - at(0.95)}).to('h', {at(-0.06)}).to('v', {at(-0.08)});
  out.add(lines_to(left));
  out.to('L', {x - at(0.1), y - at(top)}).to('L', {x, y - at(top + 0.2)}).to('L', {x + at(0.1), y - at(top)});
  out.add(lines_to(right));
  return out.to('L', {x + at(0.56), y - at(1.03)})
      .to('v', {at(0.08)})
      .to('h', {at(-0.06)})
      .to('V', {y})
      .to('Z');
}

PathText tower_door(double x, double y, double size) {
  const auto at = [&](double share) { return share * size; };
  return PathText()
      .to('M', {x - at(0.14), y})
      .to('v', {at(-0.42)})
      .to('Q', {x - at(0.12), y - at(0.66), x, y - at(0.76)})
      .to('Q', {x + at(0.12), y - at(0.66), x + at(0.14), y - at(0.42)})
      .to('V', {y})
      .to('Z');
}

PathText boat(double x, double y, double size) {
  const auto at = [&](double share) { return share * size; };
  PathText hull, cabin, mast;
  hull.to('M', {x - size, y - at(0.34)})
      .to('Q', {x - at(0.7), y, x - at(0.5), y})
      .to('H', {x + at(0.55)})
      .to('Q', {x + at(0.85), y, x + at(1.1), y - at(0.5)})
      .to('Q', {x + at(0.5), y - at(0.2), x, y - at(0.2)})
      .to('T', {x - size, y - at(0.34)})
      .to('Z');
  cabin.to('M', {x - at(0.45), y - at(0.15)})
      .to('V', {y - at(0.62)})
      .to('H', {x + at(0.05)})
      .to('L', {x + at(0.14), y - at(0.15)})
      .to('Z');
  mast.to('M', {x + at(0.3), y - at(0.1)})
      .to('V', {y - at(1.5)})
      .to('h', {at(0.05) + 1})
      .to('V', {y - at(0.1)})
      .to('Z');
  return hull.add(cabin).add(mast);
}

PathText basket_boat(double x, double y, double size) {
  const double rim = y - 0.45 * size;
  return PathText()
      .to('M', {x - size, rim})
      .to('H', {x + size})
      .to('A', {size, 0.6 * size, 0, 0, 1, x - size, rim})
      .to('Z');
}

PathText house(double x, double y, double width, double height, double roof) {
  PathText out;
  out.to('M', {x, y}).to('v', {-height});
  if (roof == 0) return out.to('h', {width}).to('v', {height}).to('Z');
  const double eave = -0.08 * width, half = 0.58 * width;
  return out.to('h', {eave})
      .to('l', {half, -roof * width})
      .to('l', {half, roof * width})
      .to('h', {eave})
      .to('v', {height})
      .to('Z');
}

PathText wind_turbine(double x, double y, double size, double turn) {
  PathText out;
  out.to('M', {x - 0.02 * size - 1, y})
      .to('L', {x - 0.01 * size - 1, y - size})
      .to('h', {3})
      .to('L', {x + 0.02 * size + 1, y})
      .to('Z');
  for (int blade = 0; blade < 3; ++blade) {
    const double angle = turn + (blade * 2 * std::numbers::pi) / 3, length = 0.52 * size;
    const double across = std::cos(angle), down = std::sin(angle);
    out.to('M', {x, y - size})
        .to('L', {x + 0.16 * length * across - 0.06 * length * down,
                  y - size + 0.16 * length * down + 0.06 * length * across})
        .to('L', {x + length * across, y - size + length * down})
        .to('Z');
  }
  return out;
}

PathText palm(double x, double y, double size, double lean) {
  constexpr std::pair<double, double> kLeaves[] = {{-0.42, 0.12}, {-0.34, -0.16}, {-0.1, -0.3},
                                                   {0.18, -0.28}, {0.4, -0.1},    {0.42, 0.16}};
  const double crown = x + lean * size, top = y - size, bend = x + lean * 0.2 * size, waist = y - 0.6 * size;
  PathText out;
  out.to('M', {x - 4, y})
      .to('Q', {bend, waist, crown - 2, top})
      .to('h', {5})
      .to('Q', {bend + 8, waist, x + 6, y})
      .to('Z');
  for (const auto& [across, down] : kLeaves) {
    const double middle = crown + across * 0.5 * size;
    out.to('M', {crown, top})
        .to('Q', {middle, top + (down - 0.16) * size, crown + across * size, top + down * size})
        .to('Q', {middle, top + (down - 0.06) * size, crown, top})
        .to('Z');
  }
  return out;
}

}  // namespace guong::pictures
