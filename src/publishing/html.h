// HTML as values: text becomes HTML only through escaping, so nothing that a person typed can become markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guong::publishing {

class Html {
 public:
  Html() = default;
  Html(std::string_view text) { add_text(text); }
  Html(const std::string& text) : Html(std::string_view(text)) {}
  Html(const char* text) : Html(std::string_view(text)) {}

  Html& add(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }
  bool empty() const { return markup_.empty(); }
  const std::string& markup() const { return markup_; }

 private:
  friend Html style_element(std::string_view);
  friend Html built_markup(std::string_view);
  friend Html element(std::string_view, std::initializer_list<std::pair<std::string_view, std::string>>,
                      std::initializer_list<Html>);
  friend Html xml_element(std::string_view, std::initializer_list<std::pair<std::string_view, std::string>>,
                          std::initializer_list<Html>);
  void add_text(std::string_view text);
  std::string markup_;
};

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

/// <name a="v">children</name>; void elements (meta, link, img...) have no end tag. Attribute values are
/// escaped.
Html element(std::string_view name, Attributes attributes, std::initializer_list<Html> children = {});
Html element(std::string_view name, std::initializer_list<Html> children);
/// <style>. The text comes from the build, never from a person.
Html style_element(std::string_view css);
/// Markup that the build made (the drawing of an icon), as it is; never what a person typed.
Html built_markup(std::string_view markup);
/// The same in XML, where everything that is opened is closed.
Html xml_element(std::string_view name, Attributes attributes, std::initializer_list<Html> children = {});
Html join(const std::vector<Html>& parts);

/// Paragraphs of typed text: an empty line parts them.
Html paragraphs(std::string_view text);
/// <dl class="facts"> of those pairs whose value is not empty.
Html facts(const std::vector<std::pair<std::string, Html>>& pairs);

}  // namespace guong::publishing
