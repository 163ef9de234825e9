// SVG text, element by element. What stands in it comes from the rule, never from people: nothing is escaped.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "pictures/colour.h"

namespace guong::pictures {

using SvgAttributes = std::initializer_list<std::pair<const char*, std::string>>;

std::string svg_element(const char* name, SvgAttributes attributes, const std::string& content = "");
/// A whole picture of that size.
std::string svg_picture(int width, int height, const std::string& content);
std::string filled(const std::string& outline, const std::string& fill);
/// A gradient from above to below.
std::string fade_definition(const char* id, const std::string& top, const std::string& bottom);
/// A mosaic clipped to the outline `d`.
std::string inlay(const std::array<std::string, 3>& pieces, const Shades& shades);

}  // namespace guong::pictures
