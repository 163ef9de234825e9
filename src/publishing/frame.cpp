// Head and foot of public pages.
#include "publishing/frame.h"

#include "publishing/parts.h"

namespace guong::publishing {
namespace {

/// A bronze mirror, its rim lit from one side.
Html mark(Lang lang) {
  const auto curve = [](const char* kind, const char* path) {
    return element("path", {{"class", kind}, {"d", path}});
  };
  const Html drawing = element(
      "svg", {{"viewBox", "0 0 32 32"}, {"aria-hidden", "true"}},
      {element("circle", {{"class", "disc"}, {"cx", "16"}, {"cy", "16"}, {"r", "11"}}),
       curve("shine", "M9.5 16a6.5 6.5 0 0 1 6.5-6.5"), curve("rim", "M16 1.8A14.2 14.2 0 1 1 1.8 16")});
  return element("a", {{"class", "mark"}, {"href", home_path(lang)}}, {drawing, "Gương"});
}

struct Way {
  Section section;
  std::string href;
  const char* name;
};
std::vector<Way> ways(Lang lang) {
  return {{Section::contests, contests_path(lang), "publishing.contests"},
          {Section::works, search_path(lang), "publishing.works_link"},
          {Section::exemplars, exemplars_path(lang), "publishing.exemplars"},
          {Section::results, contests_path(lang) + "#ket-qua", "publishing.results"}};
}

Html language_link(const Page& page, const char* look) {
  const bool vi = page.lang == Lang::vi;
  return element("a",
                 {{"class", look},
                  {"href", vi ? page.path_en : page.path_vi},
                  {"hreflang", vi ? "en" : "vi"},
                  {"lang", vi ? "en" : "vi"}},
                 {vi ? "English" : "Tiếng Việt"});
}

Html link_line(const std::string& href, const Html& words) {
  return element("li", {element("a", {{"href", href}}, {words})});
}

Html column(const char* heading, const Html& lines, Lang lang) {
  return element("div", {element("h2", {message(heading, lang)}), element("ul", {lines})});
}

}  // namespace

Html page_top(const Page& page) {
  const Lang lang = page.lang;
  Html links;
  for (const auto& way : ways(lang)) {
    const std::string name = message(way.name, lang);
    links.add(way.section == page.section
                  ? element("a", {{"href", way.href}, {"aria-current", "true"}}, {name})
                  : element("a", {{"href", way.href}}, {name}));
  }
  const Html search = element("a", {{"class", "find"}, {"href", search_path(lang)}},
                              {icon("search"), element("span", {message("publishing.search_what", lang)})});
  const Html acts = element("div", {{"class", "acts"}},
                            {search, language_link(page, "button bare tight lang"),
                             element("a", {{"class", "button bare tight"}, {"href", "/app/"}},
                                     {message("publishing.sign_in", lang)}),
                             element("a", {{"class", "button plain tight join"}, {"href", "/app/register"}},
                                     {message("publishing.register", lang)})});
  return element(
      "header", {{"class", "top"}},
      {in_page(mark(lang)
                   .add(element("nav", {{"aria-label", message("publishing.ways", lang)}}, {links}))
                   .add(acts))});
}

Html page_foot(const Page& page) {
  const Lang lang = page.lang;
  Html explore, help, follow;
  for (const auto& way : ways(lang)) explore.add(link_line(way.href, message(way.name, lang)));
  help.add(link_line("/app/receipts/verify", message("publishing.check_receipt", lang)))
      .add(link_line("/app/results/verify", message("publishing.check_results", lang)))
      .add(link_line("/ledger/checkpoint", message("publishing.ledger", lang)));
  follow.add(link_line("/feed.atom", icon("rss").add(message("publishing.feed", lang))))
      .add(element("li", {language_link(page, "")}));
  const Html about =
      element("div", {mark(lang), element("p", {{"class", "quiet"}}, {message("publishing.foot", lang)})});
  const Html columns = about;
  return element("footer", {{"class", "foot lacquer"}},
                 {in_page(Html(columns)
                              .add(column("publishing.explore", explore, lang))
                              .add(column("publishing.help", help, lang))
                              .add(column("publishing.follow", follow, lang)))});
}

}  // namespace guong::publishing
