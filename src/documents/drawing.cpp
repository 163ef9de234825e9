// Drawings by Cairo, layer by layer.
#include "guong/documents/drawing.h"

#include <cairo.h>

#include <charconv>
#include <memory>

#include "documents/lettering.h"
#include "documents/path_data.h"
#include "guong/base/error.h"

namespace guong::documents {
namespace {

struct Colour {
  double red = 0, green = 0, blue = 0;
};

Colour read_colour(const std::string& text) {
  unsigned value = 0;
  if (text.size() == 7) std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
  return {((value >> 16U) & 255U) / 255.0, ((value >> 8U) & 255U) / 255.0, (value & 255U) / 255.0};
}

/// A colour that fades into another over the height of the path that stands.
void use_fade(cairo_t* cairo, const Shape& shape) {
  double top = 0, bottom = 0, unused = 0;
  cairo_path_extents(cairo, &unused, &top, &unused, &bottom);
  cairo_pattern_t* fade = cairo_pattern_create_linear(0, top, 0, bottom);
  const auto stop = [&](double where, const std::string& colour) {
    const auto [red, green, blue] = read_colour(colour);
    cairo_pattern_add_color_stop_rgba(fade, where, red, green, blue, shape.opacity);
  };
  stop(0, shape.colour);
  stop(1, shape.colour_below);
  cairo_set_source(cairo, fade);
  cairo_pattern_destroy(fade);
}

void draw(cairo_t* cairo, const Shape& shape) {
  trace(cairo, shape.outline);
  const auto [red, green, blue] = read_colour(shape.colour);
  if (shape.colour_below.empty())
    cairo_set_source_rgba(cairo, red, green, blue, shape.opacity);
  else
    use_fade(cairo, shape);
  cairo_set_line_width(cairo, shape.line_width);
  if (shape.line_width > 0)
    cairo_stroke(cairo);
  else
    cairo_fill(cairo);
}

void draw(cairo_t* cairo, const Layer& layer) {
  cairo_save(cairo);
  if (!layer.clip.empty()) {
    trace(cairo, layer.clip);
    cairo_clip(cairo);
  }
  const bool as_one = layer.opacity < 1;
  if (as_one) cairo_push_group(cairo);
  cairo_translate(cairo, 0, layer.move_down);
  cairo_scale(cairo, 1, layer.stretch);
  for (const auto& shape : layer.shapes) draw(cairo, shape);
  if (as_one) {
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, layer.opacity);
  }
  cairo_restore(cairo);
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

}  // namespace

std::string png(const Drawing& drawing) {
  const std::unique_ptr<cairo_surface_t, Destroy> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, drawing.width, drawing.height));
  const std::unique_ptr<cairo_t, Destroy> cairo(cairo_create(surface.get()));
  cairo_translate(cairo.get(), 0, -drawing.top);
  for (const auto& layer : drawing.layers) draw(cairo.get(), layer);
  if (drawing.title) {
    const auto [red, green, blue] = read_colour(drawing.title->colour);
    cairo_set_source_rgb(cairo.get(), red, green, blue);
    letter(cairo.get(), *drawing.title);
  }
  std::string out;
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_write_to_png_stream(surface.get(), append, &out) != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorKind::internal, "base.internal");
  return out;
}

}  // namespace guong::documents
