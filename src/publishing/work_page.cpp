// HTML of a published work: kicker, title, authors, picture, text, honour, who it is about, what to read
// next.
#include "publishing/work_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/contests/contest.h"
#include "guong/results/public_search.h"
#include "guong/results/published.h"
#include "publishing/exemplar_pages.h"
#include "publishing/host_store.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/public_store.h"
#include "publishing/reading.h"
#include "publishing/reading_tools.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr Timestamp kForEver{INT64_MAX};
constexpr int kReadNext = 4;

struct Around {
  contests::ContestHead contest;
  std::string zone;
};

Html read_head(const json& document, const Around& around, Lang lang) {
  const Html contest = element("a", {{"class", "quiet"}, {"href", results_path(lang, around.contest.slug)}},
                               {around.contest.name.in(lang)});
  Html by = element("b", {authors_text(document.at("authors"))});
  const auto published = from_rfc3339(text_of(document, "published_at"));
  for (const std::string& told : {published ? to_local_date(*published, around.zone) : std::string(),
                                  reading_time_text(document, lang)})
    if (!told.empty()) by.add(element("span", {told}));
  return element("header", {{"class", "read-head"}},
                 {element("p", {{"class", "kicker"}},
                          {prize_marks(document, lang), field_mark(document.at("field"), lang), contest}),
                  element("h1", {text_of(document, "title")}), element("p", {{"class", "by dots"}}, {by})});
}

/// Who the work is about, beside it.
Html exemplar_side(const Host& host, const json& exemplar, Lang lang) {
  const std::string name = text_of(exemplar, "name"), place = text_of(exemplar, "place");
  if (name.empty()) return {};
  const std::string slug = results::exemplar_slug(name, place);
  Html out = portrait(host, slug, name, 112);
  out.add(element("p", {{"class", "small"}}, {message("publishing.exemplar", lang)}))
      .add(element("h2", {element("a", {{"href", exemplar_path(lang, slug)}}, {name})}))
      .add(exemplar_facts(exemplar, lang))
      .add(element("p", {element("a", {{"href", exemplar_path(lang, slug)}},
                                 {message("publishing.all_about", lang)})}));
  return element("aside", {{"class", "reading-side"}, {"aria-label", message("publishing.exemplar", lang)}},
                 {element("div", {{"class", "exemplar-card"}}, {out})});
}

Html honour(const json& document, const Around& around, Lang lang) {
  if (document.at("prizes").empty()) return {};
  std::string prizes;
  for (const auto& prize : document.at("prizes"))
    prizes += (prizes.empty() ? "" : ", ") + name_in(prize.at("name"), lang);
  const Html words = element("p", {element("b", {prizes + ", " + around.contest.name.in(lang)}),
                                   element("a", {{"href", results_path(lang, around.contest.slug)}},
                                           {message("publishing.see_results", lang)})});
  return element("div", {{"class", "honour"}}, {icon("award"), words});
}

/// What else there is of the field; where that is little, what came out last.
std::vector<results::PublishedWork> alike(store::Reader& reader, const results::PublishedWork& work,
                                          const std::string& field) {
  std::vector<results::PublishedWork> out;
  const auto take = [&](const results::WorkFilter& filter) {
    for (const auto& other : results::find_published(reader, filter, {}, 2 * kReadNext))
      if (other.slug != work.slug && std::ssize(out) < kReadNext &&
          std::ranges::find(out, other.slug, &results::PublishedWork::slug) == out.end())
        out.push_back(other);
  };
  results::WorkFilter same_field;
  same_field.field = field;
  take(same_field);
  take({});
  return out;
}

Html read_next(store::Reader& reader, const results::PublishedWork& work, const std::string& field,
               Lang lang) {
  const auto others = alike(reader, work, field);
  if (others.empty()) return {};
  return part(message("publishing.read_next", lang),
              more_link(search_path(lang), message("publishing.all_works", lang)),
              work_cards(works_shown(reader, others), "h3", lang));
}

/// Its own picture leads to the largest size of it.
Html leading_picture(const WorkShown& work, Lang lang) {
  Html picture = picture_html(leading_cover_of(work, lang));
  if (!work.cover) return picture;
  return enlarged_by(cover_size_path(work.slug, results::cover_steps(*work.cover).back(), "webp"), picture);
}

/// For other sites: the work's own first picture, otherwise the drawn one with its title.
std::string shared_picture(const WorkShown& work) {
  if (!work.cover) return work_share_path(work.slug);
  return cover_size_path(work.slug, results::cover_steps(*work.cover).back(), "jpg");
}

RenderedPage make_work(store::Reader& reader, Lang lang, const std::string& base_url,
                       const std::string& slug) {
  const auto work = results::published_work(reader, slug);
  if (!work) return {"", kForEver};
  const Host host = find_host(reader);
  const WorkShown shown = works_shown(reader, {*work}).front();
  const json& document = shown.document;
  const Around around{contests::find_contest(reader, work->contest),
                      contests::contest_rules(reader, work->contest)->calendar.zone};
  const std::string base = work_path(Lang::vi, slug) + "/tep";
  const std::string above = shown.cover ? base + "/" + first_picture(document) : "";
  const std::string field = text_of(document.at("field"), "id"), title = text_of(document, "title");
  const Html text = prose(document, base, lang);
  const Html reading =
      element("div", {{"class", "reading"}, {"data-f", field}},
              {reading_tools(lang),
               element("div", {{"class", "reading-text"}},
                       {text, other_files(document, base, above, lang), honour(document, around, lang),
                        share_part(title, base_url + work_path(lang, slug), lang)}),
               exemplar_side(host, document.at("exemplar"), lang)});
  Page page{lang,
            title,
            opening(document),
            work_path(Lang::vi, slug),
            work_path(Lang::en, slug),
            base_url,
            Section::works,
            in_page(element("article", {read_head(document, around, lang),
                                        element("figure", {leading_picture(shown, lang)}), reading})
                        .add(works_beside_html(results::works_beside(reader, *work), lang))
                        .add(read_next(reader, *work, field, lang)))};
  page.kind = "article";
  page.script = "src/reading/reading.ts";
  page.image = base_url + shared_picture(shown);
  page.published = text_of(document, "published_at");
  return {render(page, host), kForEver};
}

}  // namespace

PageSource work_page(Lang lang, const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return work_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_work(reader, lang, base_url, slug); }};
}

}  // namespace guong::publishing
