// One command after the other; a small letter means that its numbers count from where the pen is.
#include "documents/path_data.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>

#include "guong/base/error.h"

namespace guong::documents {
namespace {

struct Point {
  double x = 0, y = 0;
  Point operator+(Point other) const { return {x + other.x, y + other.y}; }
  /// The other side of a middle.
  Point across(Point middle) const { return {2 * middle.x - x, 2 * middle.y - y}; }
};

class Pen {
 public:
  Pen(cairo_t* cairo, std::string_view outline) : cairo_(cairo), left_(outline) {}

  void draw() {
    char command = 0;
    while (skip_separators(), !left_.empty()) {
      if (std::isalpha(static_cast<unsigned char>(left_.front()))) {
        command = left_.front();
        left_.remove_prefix(1);
      } else if (command == 0) {
        refuse();
      }
      obey(command);
      // Numbers that follow without a letter of their own are more of the same, after a move lines.
      if (command == 'M') command = 'L';
      if (command == 'm') command = 'l';
    }
  }

 private:
  [[noreturn]] static void refuse() { throw Error(ErrorKind::internal, "base.internal"); }

  void skip_separators() {
    while (!left_.empty() && (left_.front() == ' ' || left_.front() == ',')) left_.remove_prefix(1);
  }
  double number() {
    skip_separators();
    double value = 0;
    const auto [end, error] = std::from_chars(left_.data(), left_.data() + left_.size(), value);
    if (error != std::errc()) refuse();
    left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
    return value;
  }
  Point point(Point origin) {
    const double x = number();
    const double y = number();
    return origin + Point{x, y};
  }

  void obey(char command) {
    const bool relative = std::islower(static_cast<unsigned char>(command)) != 0;
    const Point origin = relative ? at_ : Point{};
    const char before = last_;
    last_ = static_cast<char>(std::toupper(static_cast<unsigned char>(command)));
    switch (last_) {
      case 'M':
        return move(point(origin));
      case 'L':
        return line(point(origin));
      case 'H':
        return line({origin.x + number(), at_.y});
      case 'V':
        return line({at_.x, origin.y + number()});
      case 'C':
        return curve(point(origin), origin);
      case 'S':
        return curve(before == 'C' || before == 'S' ? control_.across(at_) : at_, origin);
      case 'Q':
        return bend(point(origin), origin);
      case 'T':
        return bend(before == 'Q' || before == 'T' ? control_.across(at_) : at_, origin);
      case 'A':
        return arc(origin);
      case 'Z':
        return close();
      default:
        refuse();
    }
  }

  void move(Point to) {
    cairo_move_to(cairo_, to.x, to.y);
    at_ = begin_ = to;
  }
  void line(Point to) {
    cairo_line_to(cairo_, to.x, to.y);
    at_ = to;
  }
  void close() {
    cairo_close_path(cairo_);
    at_ = begin_;
  }
  void curve(Point first, Point origin) {
    control_ = point(origin);
    at_ = point(origin);
    cairo_curve_to(cairo_, first.x, first.y, control_.x, control_.y, at_.x, at_.y);
  }
  /// A curve with one control point, as one with two.
  void bend(Point control, Point origin) {
    const Point from = at_, to = point(origin);
    const auto towards = [&](Point end) {
      return Point{end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3};
    };
    const Point first = towards(from), second = towards(to);
    cairo_curve_to(cairo_, first.x, first.y, second.x, second.y, to.x, to.y);
    control_ = control;
    at_ = to;
  }
  /// Along an upright ellipse: the middle is where both ends are on it, on the side that the two flags say.
  void arc(Point origin) {
    const double across = number();
    const double down = number();
    if (number() != 0) refuse();  // a leaning ellipse
    const bool large = number() != 0;
    const bool clockwise = number() != 0;
    const Point to = point(origin);
    if (across <= 0 || down <= 0) return line(to);
    // Where the ellipse is a circle of radius 1.
    const Point half{(to.x - at_.x) / 2 / across, (to.y - at_.y) / 2 / down};
    const double reach = std::hypot(half.x, half.y), grown = std::max(1.0, reach);
    const double off = reach == 0 ? 0 : std::sqrt(std::max(0.0, grown * grown - reach * reach)) / reach;
    const double side = large == clockwise ? 1 : -1;
    const Point middle{half.x + side * off * half.y, half.y - side * off * half.x};
    const double first = std::atan2(-middle.y, -middle.x);
    const double last = std::atan2(2 * half.y - middle.y, 2 * half.x - middle.x);
    cairo_matrix_t kept;
    cairo_get_matrix(cairo_, &kept);
    cairo_translate(cairo_, at_.x, at_.y);
    cairo_scale(cairo_, across, down);
    (clockwise ? cairo_arc : cairo_arc_negative)(cairo_, middle.x, middle.y, grown, first, last);
    cairo_set_matrix(cairo_, &kept);
    at_ = to;
  }

  cairo_t* cairo_;
  std::string_view left_;
  Point at_, begin_, control_;
  char last_ = 0;
};

}  // namespace

void trace(cairo_t* cairo, std::string_view outline) {
  cairo_new_path(cairo);
  Pen(cairo, outline).draw();
}

}  // namespace guong::documents
