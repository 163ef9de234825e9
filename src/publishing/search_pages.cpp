// HTML of the search and of an exemplar's page. Search pages are made for each request, the others are
// cached.
#include "publishing/search_pages.h"

#include "guong/api/cursor.h"
#include "guong/http/message.h"
#include "publishing/page.h"
#include "publishing/picture_paths.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

constexpr int kPerPage = 20;
constexpr int kAboutOne = 100;
constexpr std::size_t kLongestText = 200;
constexpr Timestamp kForEver{INT64_MAX};

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

Html found_list(store::Reader& reader, Lang lang, const Search& search) {
  const auto page = api::page_after(
      search.after, kPerPage,
      [&](const results::WorkCursor& after, int limit) {
        return results::find_published(reader, search.text, after, limit);
      },
      [](const results::PublishedWork& work) {
        return results::WorkCursor{work.published_at, work.slug};
      });
  if (page.lines.empty()) {
    const Params params{{"text", search.text}};
    return element("section", {element("h2", {message("publishing.nothing_found", lang, params)}),
                               element("p", {message("publishing.nothing_found_advice", lang)})});
  }
  Html out = work_cards(reader, page.lines, lang);
  if (!page.next.empty()) {
    const std::string href = asked(lang, search.text) + "&cursor=" + page.next;
    out.add(element("p", {{"class", "more"}},
                    {element("a", {{"class", "button"}, {"rel", "next"}, {"href", href}},
                             {message("publishing.more_works", lang)})}));
  }
  return out;
}

RenderedPage make_exemplar(store::Reader& reader, Lang lang, const std::string& base_url,
                           const std::string& slug) {
  const auto works = results::works_about(reader, slug, kAboutOne);
  if (works.empty()) return {"", kForEver};
  const auto newest = nlohmann::json::parse(works.front().document);
  const auto& exemplar = newest.at("exemplar");
  const std::string name = text_of(exemplar, "name");
  const std::string kind = text_of(exemplar, "kind");
  const Html about = facts({{message("publishing.exemplar_kind", lang),
                             kind.empty() ? Html() : Html(message("publishing.exemplar_" + kind, lang))},
                            {message("publishing.unit", lang), Html(text_of(exemplar, "unit"))},
                            {message("publishing.place", lang), Html(text_of(exemplar, "place"))}});
  const Html count =
      element("p", {message("publishing.works_about", lang, {{"count", std::to_string(works.size())}})});
  Page page{lang,
            name,
            message("publishing.works_about_name", lang, {{"name", name}}),
            exemplar_path(Lang::vi, slug),
            exemplar_path(Lang::en, slug),
            base_url,
            element("h1", {name}).add(count),
            beside(about, work_cards(reader, works, lang))};
  page.image = base_url + exemplar_share_path(slug);
  return {render(page), kForEver};
}

}  // namespace

std::string search_page(store::Reader& reader, Lang lang, const std::string& base_url, const Search& search) {
  const std::string title = message("publishing.search_title", lang);
  Html content = search_form(lang, search.text);
  if (search.text.find_first_not_of(' ') == std::string::npos) {
    content.add(element("p", {message("publishing.search_empty", lang)}));
  } else {
    content.add(found_list(reader, lang, search));
  }
  Page page{lang,
            title,
            message("publishing.search_empty", lang),
            asked(Lang::vi, search.text),
            asked(Lang::en, search.text),
            base_url,
            element("h1", {title}),
            content};
  page.listed = false;
  return render(page);
}

PageSource exemplar_page(Lang lang, const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return results::exemplar_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_exemplar(reader, lang, base_url, slug); }};
}

}  // namespace guong::publishing
