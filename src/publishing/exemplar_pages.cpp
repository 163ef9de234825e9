// HTML of exemplars: all of them, and one with the works that tell of it.
#include "publishing/exemplar_pages.h"

#include "guong/base/text.h"
#include "guong/results/public_search.h"
#include "publishing/host_store.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/public_store.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

constexpr int kAboutOne = 100;
constexpr int kListed = 200;
constexpr Timestamp kForEver{INT64_MAX};

RenderedPage make_exemplars(store::Reader& reader, Lang lang, const std::string& base_url) {
  const Host host = find_host(reader);
  Html people;
  for (const auto& work : results::newest_work_of_each_exemplar(reader, kListed)) {
    const auto exemplar = nlohmann::json::parse(work.document).at("exemplar");
    const std::string name = text_of(exemplar, "name"), place = text_of(exemplar, "place");
    people.add(exemplar_card(host, {results::exemplar_slug(name, place), name, place}, lang));
  }
  const std::string title = message("publishing.exemplars", lang);
  Html content = element("div", {{"class", "page-head"}}, {element("h1", {title})});
  content.add(people.empty() ? element("p", {message("publishing.no_works_yet", lang)})
                             : element("ul", {{"class", "people"}}, {people}));
  return {render({lang, title, message("publishing.search_empty", lang), exemplars_path(Lang::vi),
                  exemplars_path(Lang::en), base_url, Section::exemplars, in_page(content)},
                 host),
          kForEver};
}

RenderedPage make_exemplar(store::Reader& reader, Lang lang, const std::string& base_url,
                           const std::string& slug) {
  const auto works = works_shown(reader, results::works_about(reader, slug, kAboutOne));
  if (works.empty()) return {"", kForEver};
  const auto& exemplar = works.front().document.at("exemplar");
  const std::string name = text_of(exemplar, "name");
  const Host host = find_host(reader);
  Html content = crumbs({{home_path(lang), message("publishing.home", lang)},
                         {exemplars_path(lang), message("publishing.exemplars", lang)}},
                        name, lang);
  content
      .add(element("div", {{"class", "exemplar-head"}},
                   {portrait(host, slug, name, 160),
                    element("div", {element("h1", {name}), exemplar_facts(exemplar, lang)})}))
      .add(part(message("publishing.works_about", lang, {{"count", std::to_string(works.size())}}), {},
                work_cards(works, "h3", lang)));
  Page page{lang,
            name,
            message("publishing.works_about_name", lang, {{"name", name}}),
            exemplar_path(Lang::vi, slug),
            exemplar_path(Lang::en, slug),
            base_url,
            Section::exemplars,
            in_page(content)};
  page.image = base_url + exemplar_share_path(slug);
  return {render(page, host), kForEver};
}

}  // namespace

Html exemplar_facts(const nlohmann::json& exemplar, Lang lang) {
  const std::string kind = text_of(exemplar, "kind"), unit = text_of(exemplar, "unit");
  const std::string place = text_of(exemplar, "place");
  return facts({{message("publishing.exemplar_kind", lang),
                 kind.empty() ? Html() : Html(message("publishing.exemplar_" + kind, lang))},
                {message("publishing.unit", lang), Html(unit)},
                {message("publishing.place", lang), slug(place) == slug(unit) ? Html() : Html(place)}});
}

Html exemplar_card(const Host& host, const Exemplar& exemplar, Lang lang) {
  const auto& [slug, name, place] = exemplar;
  return element(
      "li", {{"class", "exemplar"}},
      {portrait(host, slug, name, 160),
       element("b", {element("a", {{"href", exemplar_path(lang, slug)}}, {name})}), element("p", {place})});
}

PageSource exemplars_page(Lang lang, const std::string& base_url) {
  return {site_fingerprint, [=](store::Reader& reader) { return make_exemplars(reader, lang, base_url); }};
}

PageSource exemplar_page(Lang lang, const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return results::exemplar_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_exemplar(reader, lang, base_url, slug); }};
}

}  // namespace guong::publishing
