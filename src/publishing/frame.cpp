// Head and foot of public pages.
#include "publishing/frame.h"

#include "publishing/parts.h"

namespace guong::publishing {
namespace {

/// As a telephone takes it: "0256 382 2222" is "02563822222".
std::string dialled(const std::string& phone) {
  std::string out;
  for (const char c : phone)
    if ((c >= '0' && c <= '9') || (c == '+' && out.empty())) out += c;
  return out;
}

/// A bronze mirror, its rim lit from one side.
Html mirror() {
  const auto curve = [](const char* kind, const char* path) {
    return element("path", {{"class", kind}, {"d", path}});
  };
  return element(
      "svg", {{"viewBox", "0 0 32 32"}, {"aria-hidden", "true"}},
      {element("circle", {{"class", "disc"}, {"cx", "16"}, {"cy", "16"}, {"r", "11"}}),
       curve("shine", "M9.5 16a6.5 6.5 0 0 1 6.5-6.5"), curve("rim", "M16 1.8A14.2 14.2 0 1 1 1.8 16")});
}

Html mark(Lang lang) {
  return element("a", {{"class", "mark"}, {"href", home_path(lang)}}, {mirror(), "Gương"});
}

/// The host's emblem in the mirror's place, the host's name below the site's.
Html host_mark(const Host& host, Lang lang) {
  const Html emblem = emblem_picture(host, 36);
  const Html whose = host.name.empty() ? Html() : element("small", {{"class", "whose"}}, {host.name});
  return element("a", {{"class", "mark"}, {"href", home_path(lang)}},
                 {emblem.empty() ? mirror() : emblem,
                  element("span", {Html(whose.empty() ? "Gương" : "Gương ").add(whose)})});
}

/// Where the host can be reached; nothing where it said nothing.
Html contact_line(const Host& host) {
  Html out;
  for (const auto& told :
       {Html(host.name), Html(host.address),
        host.phone.empty() ? Html() : element("a", {{"href", "tel:" + dialled(host.phone)}}, {host.phone}),
        host.email.empty() ? Html() : element("a", {{"href", "mailto:" + host.email}}, {host.email})})
    if (!told.empty()) out.add(element("span", {told}));
  return out.empty() ? out : element("p", {{"class", "last"}}, {out});
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

Html page_top(const Page& page, const Host& host) {
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
      {in_page(host_mark(host, lang)
                   .add(element("nav", {{"aria-label", message("publishing.ways", lang)}}, {links}))
                   .add(acts))});
}

Html page_foot(const Page& page, const Host& host) {
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
  Html columns = about;
  return element("footer", {{"class", "foot lacquer"}},
                 {in_page(columns.add(column("publishing.explore", explore, lang))
                              .add(column("publishing.help", help, lang))
                              .add(column("publishing.follow", follow, lang))
                              .add(contact_line(host)))});
}

}  // namespace guong::publishing
