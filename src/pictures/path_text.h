// An outline in the notation of SVG's path data ("M0 0h10v10z"), whole numbers only: text that is shown as it
// is and that documents/drawing reads as well.
#pragma once

#include <initializer_list>
#include <string>

namespace guong::pictures {

/// Halves go up, as in the pages' own language.
int rounded(double x);

class PathText {
 public:
  /// One command, by SVG's letter: to('M', {x, y}), to('Z').
  PathText& to(char letter, std::initializer_list<double> numbers = {});
  PathText& add(const PathText& other);
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

}  // namespace guong::pictures
