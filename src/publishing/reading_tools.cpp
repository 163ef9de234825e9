// HTML of the reading tools. Their script is frontend/src/reading/; it finds its words in data attributes.
#include "publishing/reading_tools.h"

#include <nlohmann/json.hpp>

#include "guong/http/message.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

/// A sign with its words for those who do not see it.
Html sign(const char* drawing, const std::string& words) {
  return icon(drawing).add(element("span", {{"class", "hidden"}}, {words}));
}

/// For the script alone.
Html scripted(const char* act, const char* drawing, const std::string& words, const std::string& done = "") {
  return element("button",
                 {{"class", "round"},
                  {"type", "button"},
                  {"hidden", ""},
                  {"data-act", act},
                  {"title", words},
                  {"data-done", done}},
                 {sign(drawing, words)});
}

Html size_choice(const char* size, Lang lang) {
  const std::string words = message(std::string("publishing.text_") + size, lang);
  const Attributes usual{{"type", "radio"}, {"name", "text-size"}, {"value", size}, {"checked", ""}};
  const Attributes other{{"type", "radio"}, {"name", "text-size"}, {"value", size}};
  const bool first = std::string_view(size) == "usual";
  return element("label", {element("input", first ? usual : other), words});
}

/// Works without a script, by :has(); with one it is kept for the next work.
Html text_sizes(Lang lang) {
  const std::string words = message("publishing.text_size", lang);
  return element(
      "details", {{"class", "sizes"}},
      {element("summary", {{"class", "round"}, {"title", words}}, {sign("a-large-small", words)}),
       element("fieldset", {element("legend", {{"class", "hidden"}}, {words}), size_choice("usual", lang),
                            size_choice("large", lang), size_choice("larger", lang)})});
}

Html way_beside(const results::PublishedWork& work, bool before, Lang lang) {
  const std::string words = message(before ? "publishing.work_before" : "publishing.work_after", lang);
  const Html arrow = icon(before ? "arrow-left" : "arrow-right");
  const auto title = text_of(nlohmann::json::parse(work.document), "title");
  return element(
      "a",
      {{"class", before ? "before" : "after"},
       {"href", work_path(lang, work.slug)},
       {"rel", before ? "prev" : "next"}},
      {element("small", {before ? Html(arrow).add(words) : Html(words).add(arrow)}), element("b", {title})});
}

}  // namespace

Html reading_tools(Lang lang) {
  const auto say = [&](const char* key) { return message(key, lang); };
  Html tools = scripted("listen", "headphones", say("publishing.listen"), say("publishing.stop_listening"));
  tools.add(text_sizes(lang))
      .add(element("a",
                   {{"class", "round"},
                    {"href", "#chia-se"},
                    {"data-act", "share"},
                    {"title", say("publishing.share")},
                    {"data-done", say("publishing.link_copied")}},
                   {sign("share-2", say("publishing.share"))}))
      .add(scripted("print", "printer", say("publishing.print")));
  return element("div",
                 {{"class", "tools no-print"},
                  {"role", "group"},
                  {"aria-label", say("publishing.reading_tools")},
                  {"data-close", say("publishing.close")},
                  {"data-before", say("publishing.picture_before")},
                  {"data-after", say("publishing.picture_after")}},
                 {tools});
}

Html share_part(const std::string& title, const std::string& address, Lang lang) {
  const std::string letter =
      "mailto:?subject=" + http::percent_encode(title) + "&body=" + http::percent_encode(address);
  return element("section", {{"class", "share-part no-print"}, {"id", "chia-se"}},
                 {element("h2", {message("publishing.share_work", lang)}),
                  element("p", {element("a", {{"href", address}}, {address})}),
                  element("p", {element("a", {{"class", "button plain"}, {"href", letter}},
                                        {icon("mail"), message("publishing.share_by_letter", lang)})})});
}

Html works_beside_html(const results::WorksBeside& beside, Lang lang) {
  if (!beside.before && !beside.after) return {};
  Html ways;
  if (beside.before) ways.add(way_beside(*beside.before, true, lang));
  if (beside.after) ways.add(way_beside(*beside.after, false, lang));
  return element(
      "nav", {{"class", "works-beside no-print"}, {"aria-label", message("publishing.works_beside", lang)}},
      {ways});
}

}  // namespace guong::publishing
