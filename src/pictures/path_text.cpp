// Path data, command by command.
#include "pictures/path_text.h"

#include <cmath>

namespace guong::pictures {

int rounded(double x) { return static_cast<int>(std::floor(x + 0.5)); }

PathText& PathText::to(char letter, std::initializer_list<double> numbers) {
  text_ += letter;
  bool first = true;
  for (const double number : numbers) {
    if (!first) text_ += ' ';
    first = false;
    text_ += std::to_string(rounded(number));
  }
  return *this;
}

PathText& PathText::add(const PathText& other) {
  text_ += other.text_;
  return *this;
}

}  // namespace guong::pictures
