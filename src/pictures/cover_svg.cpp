// A cover as SVG: presentation attributes only, no style, no script, nothing from elsewhere.
#include "guong/pictures/cover.h"
#include "pictures/cover_scene.h"
#include "pictures/svg.h"

namespace guong::pictures {
namespace {

std::string whole(double x) { return std::to_string(rounded(x)); }

std::string definitions(const CoverScene& cover) {
  const Disc& disc = cover.disc;
  const std::string circle =
      svg_element("circle", {{"cx", whole(disc.x)}, {"cy", whole(disc.y)}, {"r", whole(disc.radius)}});
  return svg_element(
      "defs", {},
      fade_definition("a", cover.sky.top, cover.sky.bottom) +
          fade_definition("b", cover.water.top, cover.water.bottom) +
          svg_element("clipPath", {{"id", "d"}}, circle) +
          svg_element("clipPath", {{"id", "w"}}, svg_element("path", {{"d", water_outline(cover)}})));
}

std::string disc(const CoverScene& cover) {
  const Disc& disc = cover.disc;
  return inlay(cover.disc_pieces, cover.disc_shades) +
         svg_element("circle", {{"cx", whole(disc.x)},
                                {"cy", whole(disc.y)},
                                {"r", whole(disc.radius + kRimGap)},
                                {"fill", "none"},
                                {"stroke", cover.disc_shades[0]},
                                {"stroke-width", "3"},
                                {"stroke-opacity", ".5"}});
}

std::string scenery(const CoverScene& cover) {
  std::string out;
  for (const auto& painted : cover.scenery) out += filled(painted.outline, painted.fill);
  return svg_element("g", {{"id", "s"}}, out);
}

/// Upside down and flattened, faint, and only where there is water.
std::string reflection(const CoverScene& cover) {
  const std::string turned = "matrix(1 0 0 -.62 0 " + whole(mirrored_from(cover)) + ")";
  return svg_element("g", {{"clip-path", "url(#w)"}},
                     svg_element("use", {{"href", "#s"}, {"transform", turned}, {"opacity", ".42"}}));
}

std::string stroke(const Stroke& line, const char* opacity) {
  return svg_element("path", {{"fill", "none"},
                              {"stroke", line.colour},
                              {"stroke-width", std::to_string(line.width)},
                              {"stroke-opacity", opacity},
                              {"d", line.outline}});
}

}  // namespace

std::string cover_svg(std::string_view field, std::string_view title) {
  const CoverScene cover = cover_scene(field, title, false);
  std::string out = definitions(cover) + filled(sky_outline(cover), "url(#a)") + disc(cover) +
                    scenery(cover) + filled(water_outline(cover), "url(#b)") + reflection(cover);
  for (const auto& band : cover.paddies) out += stroke(band, ".55");
  out += svg_element("path",
                     {{"fill", cover.disc_shades[0]}, {"fill-opacity", ".75"}, {"d", cover.light_on_water}});
  return svg_picture(kCoverWidth, kCoverHeight, out + stroke(cover.ripples, ".45"));
}

}  // namespace guong::pictures
