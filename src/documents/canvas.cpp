// Pango and Cairo, and nothing of what a document says: that is pdf.cpp's.
#include "documents/canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "guong/base/error.h"

namespace guong::documents {
namespace {

constexpr const char* kFamily = "Tinos";
constexpr float kLineSpacing = 1.15F;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

int units(double points) { return static_cast<int>(points * PANGO_SCALE); }
double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

void describe(cairo_surface_t* surface, const Description& description) {
  const std::string made = to_rfc3339(description.made).substr(0, 19) + "Z";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, description.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, description.author.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Gương");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, made.c_str());
}

/// Type is set as it will be printed: no rounding to the pixels of a screen.
PangoContext* printing_context(cairo_t* cairo, const std::string& language) {
  PangoContext* context = pango_cairo_create_context(cairo);
  pango_cairo_context_set_resolution(context, 72);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string(language.c_str()));
  return context;
}

}  // namespace

void LayoutDelete::operator()(PangoLayout* layout) const { g_object_unref(layout); }

Canvas::Canvas(const Description& description)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, kWidth, kHeight)),
      cairo_(cairo_create(surface_)),
      pango_(printing_context(cairo_, description.language)) {
  describe(surface_, description);
  cairo_set_line_width(cairo_, 0.5);
}

Canvas::~Canvas() {
  g_object_unref(pango_);
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

Layout Canvas::layout(std::string_view text, const TextStyle& style, double width) {
  Layout out(pango_layout_new(pango_));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFamily);
  pango_font_description_set_size(font, units(style.size));
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  if (style.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(out.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(out.get(), units(width));
  pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(out.get(), style.align);
  pango_layout_set_justify(out.get(), style.justified);
  pango_layout_set_indent(out.get(), units(style.indent));
  pango_layout_set_line_spacing(out.get(), kLineSpacing);
  // A word that does not fit (a hash) is broken where the line ends, without a hyphen that would be copied
  // with it.
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(out.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_text(out.get(), text.data(), static_cast<int>(text.size()));
  return out;
}

double Canvas::height_of(const Layout& layout) {
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return points(height);
}

double Canvas::width_of(std::string_view text, const TextStyle& style) {
  const auto whole = layout(text, style, kText);
  pango_layout_set_width(whole.get(), -1);
  int width = 0;
  pango_layout_get_size(whole.get(), &width, nullptr);
  return points(width);
}

void Canvas::draw(const Layout& layout, double x, double y) {
  cairo_move_to(cairo_, x, y);
  pango_cairo_show_layout(cairo_, layout.get());
}

void Canvas::flow(const Layout& layout, double x) {
  PangoLayoutIter* at = pango_layout_get_iter(layout.get());
  do {
    PangoRectangle box;
    pango_layout_iter_get_line_extents(at, nullptr, &box);
    need(points(box.height));
    const double baseline = points(pango_layout_iter_get_baseline(at) - box.y);
    cairo_move_to(cairo_, x + points(box.x), y_ + baseline);
    pango_cairo_show_layout_line(cairo_, pango_layout_iter_get_line_readonly(at));
    y_ += points(box.height) * kLineSpacing;
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
}

void Canvas::line(double x1, double y1, double x2, double y2) {
  cairo_move_to(cairo_, x1, y1);
  cairo_line_to(cairo_, x2, y2);
  cairo_stroke(cairo_);
}

void Canvas::bookmark(const std::string& title) {
  const std::string place = "page=" + std::to_string(page_) + " pos=[" +
                            std::to_string(static_cast<int>(kLeft)) + " " +
                            std::to_string(static_cast<int>(y_)) + "]";
  cairo_pdf_surface_add_outline(surface_, CAIRO_PDF_OUTLINE_ROOT, title.c_str(), place.c_str(),
                                CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

bool Canvas::need(double height) {
  if (height <= room() || y_ <= kTop) return false;
  new_page();
  return true;
}

/// The number stands in the middle of the upper margin, from the second page on.
void Canvas::new_page() {
  cairo_show_page(cairo_);
  ++page_;
  y_ = kTop;
  TextStyle style;
  style.align = PANGO_ALIGN_CENTER;
  draw(layout(std::to_string(page_), style, kText), kLeft, mm(10));
}

std::string Canvas::finish() {
  cairo_surface_finish(surface_);
  if (cairo_status(cairo_) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorKind::internal, "base.internal");
  return std::move(bytes_);
}

}  // namespace guong::documents
