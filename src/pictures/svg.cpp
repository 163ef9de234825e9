// Elements of SVG that several pictures have.
#include "pictures/svg.h"

namespace guong::pictures {

std::string svg_element(const char* name, SvgAttributes attributes, const std::string& content) {
  std::string out = std::string("<") + name;
  for (const auto& [attribute, value] : attributes)
    out += std::string(" ") + attribute + "=\"" + value + "\"";
  return content.empty() ? out + "/>" : out + ">" + content + "</" + name + ">";
}

std::string svg_picture(int width, int height, const std::string& content) {
  const std::string w = std::to_string(width), h = std::to_string(height);
  return svg_element("svg",
                     {{"xmlns", "http://www.w3.org/2000/svg"},
                      {"viewBox", "0 0 " + w + " " + h},
                      {"width", w},
                      {"height", h}},
                     content);
}

std::string filled(const std::string& outline, const std::string& fill) {
  return svg_element("path", {{"fill", fill}, {"d", outline}});
}

std::string fade_definition(const char* id, const std::string& top, const std::string& bottom) {
  return svg_element("linearGradient", {{"id", id}, {"x2", "0"}, {"y2", "1"}},
                     svg_element("stop", {{"stop-color", top}}) +
                         svg_element("stop", {{"offset", "1"}, {"stop-color", bottom}}));
}

std::string inlay(const std::array<std::string, 3>& pieces, const Shades& shades) {
  std::string laid;
  for (std::size_t i = 0; i < pieces.size(); ++i) laid += filled(pieces[i], shades[i]);
  return svg_element("g", {{"clip-path", "url(#d)"}}, laid);
}

}  // namespace guong::pictures
