// HTML of the list of published works and of what a search finds. Made for each request.
#include "publishing/search_page.h"

#include "guong/api/cursor.h"
#include "guong/http/message.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

constexpr int kPerPage = 20;
constexpr std::size_t kLongestText = 200;

Html search_form(Lang lang, const std::string& text) {
  return element(
      "form", {{"class", "search"}, {"action", search_path(lang)}, {"method", "get"}, {"role", "search"}},
      {element("label", {{"for", "q"}}, {message("publishing.search_label", lang)}),
       element("div", {element("input", {{"id", "q"},
                                         {"type", "search"},
                                         {"name", "q"},
                                         {"value", text},
                                         {"maxlength", std::to_string(kLongestText)},
                                         {"aria-describedby", "q-hint"}}),
                       element("button", {{"class", "button"}}, {message("publishing.search", lang)})}),
       element("p", {{"class", "quiet"}, {"id", "q-hint"}}, {message("publishing.search_hint", lang)})});
}

std::string asked(Lang lang, const std::string& text) {
  return search_path(lang) + (text.empty() ? "" : "?q=" + http::percent_encode(text));
}

bool asks_nothing(const Search& search) { return search.text.find_first_not_of(' ') == std::string::npos; }

Html found_list(store::Reader& reader, Lang lang, const Search& search) {
  const auto page = api::page_after(
      search.after, kPerPage,
      [&](const results::WorkCursor& after, int limit) {
        return asks_nothing(search) ? results::newest_works(reader, after, limit)
                                    : results::find_published(reader, search.text, after, limit);
      },
      [](const results::PublishedWork& work) {
        return results::WorkCursor{work.published_at, work.slug};
      });
  if (page.lines.empty() && asks_nothing(search))
    return element("p", {message("publishing.no_works_yet", lang)});
  if (page.lines.empty()) {
    const Params params{{"text", search.text}};
    return element("section", {element("h2", {message("publishing.nothing_found", lang, params)}),
                               element("p", {message("publishing.nothing_found_advice", lang)})});
  }
  Html out = work_cards(works_shown(page.lines), "h2", lang);
  if (!page.next.empty()) {
    const std::string href =
        asked(lang, search.text) + (search.text.empty() ? "?" : "&") + "cursor=" + page.next;
    out.add(element("p", {{"class", "more"}},
                    {element("a", {{"class", "button"}, {"rel", "next"}, {"href", href}},
                             {message("publishing.more_works", lang)})}));
  }
  return out;
}

}  // namespace

std::string search_page(store::Reader& reader, Lang lang, const std::string& base_url, const Search& search) {
  const std::string title =
      message(asks_nothing(search) ? "publishing.works_link" : "publishing.search_title", lang);
  Html content = element("div", {{"class", "page-head"}}, {element("h1", {title})});
  content.add(search_form(lang, search.text)).add(found_list(reader, lang, search));
  Page page{lang,
            title,
            message("publishing.search_empty", lang),
            asked(Lang::vi, search.text),
            asked(Lang::en, search.text),
            base_url,
            Section::works,
            in_page(content)};
  page.listed = false;
  return render(page);
}

}  // namespace guong::publishing
