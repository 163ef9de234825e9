// The disc of a prize.
#pragma once

#include <string>

namespace guong::pictures {

/// Gold leaf for the first prize, eggshell for the second, vermilion for the third; the others have none
/// (empty).
std::string medal_svg(int rank);

}  // namespace guong::pictures
