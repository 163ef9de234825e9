// Pages to write on from top to bottom: lines of text that go on to the next page by themselves. Pango sets
// the text, Cairo makes the PDF.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <string>
#include <string_view>

#include "guong/base/messages.h"
#include "guong/base/time.h"

namespace guong::documents {

/// Millimetres in points.
constexpr double mm(double n) { return n * 72 / 25.4; }

struct TextStyle {
  double size = 13;
  bool bold = false, italic = false, justified = false;
  PangoAlignment align = PANGO_ALIGN_LEFT;
  double indent = 0;  // of the first line; a negative one hangs
};

struct LayoutDelete {
  void operator()(PangoLayout* layout) const;
};
using Layout = std::unique_ptr<PangoLayout, LayoutDelete>;

struct Description {
  std::string title, author, language;
  Timestamp made;
};

class Canvas {
 public:
  // What Decree 30/2020/NĐ-CP asks of a page.
  static constexpr double kWidth = mm(210), kHeight = mm(297), kTop = mm(20), kBottom = kHeight - mm(20);
  static constexpr double kLeft = mm(30), kRight = kWidth - mm(15), kText = kRight - kLeft;

  explicit Canvas(const Description& description);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  double y() const { return y_; }
  void move_to(double y) { y_ = y; }
  void skip(double height) { y_ += height; }
  double room() const { return kBottom - y_; }
  /// Begins a new page unless so much fits on this one; tells whether it did.
  bool need(double height);

  Layout layout(std::string_view text, const TextStyle& style, double width);
  static double height_of(const Layout& layout);
  /// Of a text on one line.
  double width_of(std::string_view text, const TextStyle& style);
  /// At a place of this page; moves nothing.
  void draw(const Layout& layout, double x, double y);
  /// Line by line from here on, over as many pages as it takes.
  void flow(const Layout& layout, double x);
  void line(double x1, double y1, double x2, double y2);
  /// A bookmark to this place.
  void bookmark(const std::string& title);

  /// The file. Nothing can be written afterwards.
  std::string finish();

 private:
  void new_page();
  std::string bytes_;
  cairo_surface_t* surface_;
  cairo_t* cairo_;
  PangoContext* pango_;
  double y_ = kTop;
  int page_ = 1;
};

}  // namespace guong::documents
