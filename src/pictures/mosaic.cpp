// A grid whose corners are shaken and whose cells are shrunk towards their middles.
#include "pictures/mosaic.h"

#include <cmath>
#include <map>
#include <utility>

#include "pictures/path_text.h"

namespace guong::pictures {
namespace {

constexpr int kCellsAcross = 13;
/// How far a corner may be off its place, in cells.
constexpr double kShake = 0.75;

struct Point {
  double x = 0, y = 0;
};

/// Corners are made when a cell first asks for them and shared with its neighbours.
class ShakenGrid {
 public:
  ShakenGrid(SeededRandom& random, const Disc& disc)
      : random_(random), left_(disc.x - disc.radius), top_(disc.y - disc.radius) {
    cell_ = 2 * disc.radius / kCellsAcross;
  }
  double cell() const { return cell_; }
  Point middle(int column, int row) const {
    return {left_ + (column + 0.5) * cell_, top_ + (row + 0.5) * cell_};
  }
  Point corner(int column, int row) {
    const auto [made, fresh] = corners_.try_emplace({column, row});
    if (fresh) made->second = {shaken(left_ + column * cell_), shaken(top_ + row * cell_)};
    return made->second;
  }

 private:
  double shaken(double place) { return place + (random_() - 0.5) * cell_ * kShake; }
  SeededRandom& random_;
  double left_, top_, cell_ = 0;
  std::map<std::pair<int, int>, Point> corners_;
};

PathText piece(const std::array<Point, 4>& corners, double gap) {
  const Point middle{(corners[0].x + corners[2].x) / 2, (corners[0].y + corners[2].y) / 2};
  PathText out;
  char letter = 'M';
  for (const auto& corner : corners) {
    out.to(letter, {corner.x + (middle.x - corner.x) * gap, corner.y + (middle.y - corner.y) * gap});
    letter = 'L';
  }
  return out.to('Z');
}

}  // namespace

std::array<std::string, 3> mosaic(SeededRandom& random, const Disc& disc, double gap) {
  ShakenGrid grid(random, disc);
  std::array<PathText, 3> shades;
  for (int column = -1; column <= kCellsAcross; ++column) {
    for (int row = -1; row <= kCellsAcross; ++row) {
      const Point middle = grid.middle(column, row);
      if (std::hypot(middle.x - disc.x, middle.y - disc.y) > disc.radius + grid.cell()) continue;
      const std::array<Point, 4> corners{grid.corner(column, row), grid.corner(column + 1, row),
                                         grid.corner(column + 1, row + 1), grid.corner(column, row + 1)};
      shades[static_cast<std::size_t>(random() * 3)].add(piece(corners, gap));
    }
  }
  return {shades[0].text(), shades[1].text(), shades[2].text()};
}

}  // namespace guong::pictures
