// A cover with its title on the water, for where it stands alone.
#include "guong/documents/drawing.h"
#include "guong/pictures/cover.h"
#include "pictures/cover_scene.h"

namespace guong::pictures {
namespace {

using documents::Drawing;
using documents::Layer;
using documents::Shape;

constexpr double kMargin = 64;
constexpr double kBottom = kLetteredTop + kLetteredHeight;

std::string circle(const Disc& disc, double radius) {
  const double left = disc.x - radius, right = disc.x + radius;
  return PathText()
      .to('M', {left, disc.y})
      .to('A', {radius, radius, 0, 0, 1, right, disc.y})
      .to('A', {radius, radius, 0, 0, 1, left, disc.y})
      .to('Z')
      .text();
}

Layer sky(const CoverScene& cover) { return {{{sky_outline(cover), cover.sky.top, cover.sky.bottom}}}; }

Layer inlaid_disc(const CoverScene& cover) {
  Layer out;
  out.clip = circle(cover.disc, cover.disc.radius);
  for (std::size_t i = 0; i < cover.disc_pieces.size(); ++i)
    out.shapes.push_back({cover.disc_pieces[i], cover.disc_shades[i]});
  return out;
}

Layer rim(const CoverScene& cover) {
  return {{{circle(cover.disc, cover.disc.radius + kRimGap), cover.disc_shades[0], "", 0.5, 3}}};
}

Layer scenery(const CoverScene& cover) {
  Layer out;
  for (const auto& painted : cover.scenery) out.shapes.push_back({painted.outline, painted.fill});
  return out;
}

/// As dark at the lower edge as the whole picture's: letters stand out.
Layer water(const CoverScene& cover) {
  const double y = cover.horizon;
  const auto outline =
      PathText().to('M', {0, y}).to('h', {kCoverWidth}).to('V', {kBottom}).to('H', {0}).to('z');
  return {{{outline.text(), cover.water.top, cover.water.bottom}}};
}

/// Fainter than without letters: these must be read.
Layer reflection(const CoverScene& cover) {
  Layer out = scenery(cover);
  out.clip = water_outline(cover);
  out.opacity = 0.2;
  out.move_down = mirrored_from(cover);
  out.stretch = -kFlattened;
  return out;
}

Layer waves(const CoverScene& cover) {
  Layer out;
  for (const auto& band : cover.paddies)
    out.shapes.push_back({band.outline, band.colour, "", 0.3, static_cast<double>(band.width)});
  const Stroke& ripples = cover.ripples;
  out.shapes.push_back({ripples.outline, ripples.colour, "", 0.25, static_cast<double>(ripples.width)});
  return out;
}

}  // namespace

std::string share_png(std::string_view field, std::string_view title) {
  const CoverScene cover = cover_scene(field, title, true);
  Drawing out{kCoverWidth, kLetteredHeight, kLetteredTop, {}, std::nullopt};
  out.layers = {sky(cover),   inlaid_disc(cover), rim(cover),  scenery(cover),
                water(cover), reflection(cover),  waves(cover)};
  out.title =
      documents::Title{std::string(title), cover.ink, kMargin, kBottom - kMargin, kCoverWidth - 2 * kMargin};
  return documents::png(out);
}

}  // namespace guong::pictures
