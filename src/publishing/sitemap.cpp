// What search engines are told: which pages there are, in both languages, and what is not for them.
#include <set>

#include "publishing/feed_store.h"
#include "publishing/page.h"
#include "publishing/search_page.h"

namespace guong::publishing {
namespace {

constexpr int kContests = 2000;
constexpr int kWorks = 10'000;  // two pages each, and their exemplars: below the 50,000 that one map may hold
constexpr Timestamp kForEver{INT64_MAX};

class SiteMap {
 public:
  explicit SiteMap(const std::string& base_url) : base_(base_url) {}

  /// A page in both languages, each naming the other.
  void add(const std::string& vi, const std::string& en, std::optional<Timestamp> changed = std::nullopt) {
    for (const auto& path : {vi, en}) {
      Html url = xml_element("loc", {}, {base_ + path});
      if (changed) url.add(xml_element("lastmod", {}, {to_rfc3339(*changed)}));
      url.add(alternate("vi", vi)).add(alternate("en", en));
      urls_.add(xml_element("url", {}, {url}));
    }
  }
  std::string text() const {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" +
           xml_element("urlset",
                       {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"},
                        {"xmlns:xhtml", "http://www.w3.org/1999/xhtml"}},
                       {urls_})
               .markup() +
           "\n";
  }

 private:
  Html alternate(const char* lang, const std::string& path) const {
    return xml_element("xhtml:link", {{"rel", "alternate"}, {"hreflang", lang}, {"href", base_ + path}});
  }
  const std::string base_;
  Html urls_;
};

RenderedPage make_sitemap(store::Reader& reader, const std::string& base_url) {
  SiteMap map(base_url);
  for (const auto path : {home_path, contests_path, exemplars_path}) map.add(path(Lang::vi), path(Lang::en));
  for (const auto& c : feed_contests(reader, kContests))
    map.add(contest_path(Lang::vi, c.slug), contest_path(Lang::en, c.slug),
            std::max(c.opened_at, c.rules_at));
  for (const auto& r : feed_results(reader, kContests))
    if (!r.superseded)
      map.add(results_path(Lang::vi, r.slug), results_path(Lang::en, r.slug), r.published_at);
  std::set<std::string> exemplars;
  for (const auto& work : results::published_places(reader, kWorks)) {
    map.add(work_path(Lang::vi, work.slug), work_path(Lang::en, work.slug), work.published_at);
    // The newest work comes first, and with it the exemplar's page changed last.
    if (!work.exemplar.empty() && exemplars.insert(work.exemplar).second)
      map.add(exemplar_path(Lang::vi, work.exemplar), exemplar_path(Lang::en, work.exemplar),
              work.published_at);
  }
  return {map.text(), kForEver, "application/xml; charset=utf-8"};
}

}  // namespace

PageSource sitemap(const std::string& base_url) {
  return {feed_fingerprint, [=](store::Reader& reader) { return make_sitemap(reader, base_url); }};
}

std::string robots_text(const std::string& base_url) {
  return "User-agent: *\nAllow: /app/assets/\nDisallow: /app/\nDisallow: /api/\nDisallow: " +
         search_path(Lang::vi) + "\nDisallow: " + search_path(Lang::en) + "\nSitemap: " + base_url +
         "/sitemap.xml\n";
}

}  // namespace guong::publishing
