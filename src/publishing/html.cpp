// Escaping and writing of HTML and XML.
#include "publishing/html.h"

#include <algorithm>
#include <array>

namespace guong::publishing {
namespace {

constexpr std::array<std::string_view, 7> kVoid{"meta", "link", "img", "br", "hr", "input", "source"};

void append_escaped(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

void append_start(std::string& out, std::string_view name, Attributes attributes) {
  out += '<';
  out += name;
  for (const auto& [key, value] : attributes) {
    out += ' ';
    out += key;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
  }
  out += '>';
}

}  // namespace

void Html::add_text(std::string_view text) { append_escaped(markup_, text); }

Html element(std::string_view name, Attributes attributes, std::initializer_list<Html> children) {
  if (std::find(kVoid.begin(), kVoid.end(), name) == kVoid.end())
    return xml_element(name, attributes, children);
  Html out;
  append_start(out.markup_, name, attributes);
  return out;
}

Html xml_element(std::string_view name, Attributes attributes, std::initializer_list<Html> children) {
  Html out;
  append_start(out.markup_, name, attributes);
  for (const Html& child : children) out.markup_ += child.markup_;
  out.markup_ += "</";
  out.markup_ += name;
  out.markup_ += '>';
  return out;
}

Html element(std::string_view name, std::initializer_list<Html> children) {
  return element(name, {}, children);
}

Html style_element(std::string_view css) {
  Html out;
  out.markup_ = "<style>" + std::string(css) + "</style>";
  return out;
}

Html built_markup(std::string_view markup) {
  Html out;
  out.markup_ = markup;
  return out;
}

Html join(const std::vector<Html>& parts) {
  Html out;
  for (const Html& part : parts) out.add(part);
  return out;
}

Html paragraphs(std::string_view text) {
  Html out;
  while (!text.empty()) {
    const auto end = text.find("\n\n");
    const auto paragraph = text.substr(0, end);
    if (paragraph.find_first_not_of(" \n\t") != std::string_view::npos)
      out.add(element("p", {Html(paragraph)}));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return out;
}

Html facts(const std::vector<std::pair<std::string, Html>>& pairs) {
  Html rows;
  for (const auto& [name, value] : pairs) {
    if (value.empty()) continue;
    rows.add(element("dt", {Html(name)})).add(element("dd", {value}));
  }
  return rows.empty() ? rows : element("dl", {{"class", "facts"}}, {rows});
}

}  // namespace guong::publishing
