// HTML of a contest's page, with the moment at which the clock alone makes it untrue.
#include "publishing/contest_page.h"

#include <algorithm>

#include "guong/contests/contest.h"
#include "publishing/article_html.h"
#include "publishing/contest_cards.h"
#include "publishing/contest_head.h"
#include "publishing/editions.h"
#include "publishing/host_store.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/public_store.h"
#include "publishing/rules_text.h"

namespace guong::publishing {
namespace {

Html amendments(const std::vector<RuleBookRow>& versions, Lang lang, std::string_view zone) {
  Html items;
  for (const auto& version : versions) {
    if (version.reason.empty()) continue;
    items.add(element("li", {to_local_text(version.created_at, zone) + " – " + version.decision_number +
                             (version.decision_number.empty() ? "" : ": ") + version.reason}));
  }
  if (items.empty()) return {};
  return element("section",
                 {element("h3", {message("publishing.amendments", lang)}), element("ul", {items})});
}

Html legal_basis_list(const RulesSource& source, Lang lang) {
  Html items;
  for (const auto& act : legal_basis(source)) items.add(element("li", {act}));
  if (items.empty()) return {};
  return element("div", {{"class", "basis"}},
                 {element("p", {message("publishing.legal_basis", lang)}), element("ul", {items})});
}

Html version_line(const RuleBookRow& version, Lang lang, std::string_view zone) {
  return element("p", {{"class", "quiet"}},
                 {message("publishing.rules_version", lang,
                          {{"version", std::to_string(version.version)},
                           {"time", to_local_text(version.created_at, zone)}})});
}

using Counts = std::function<CountsTaken(store::Reader&, ContestId)>;

RenderedPage make_contest(store::Reader& reader, Lang lang, const std::string& base_url, Timestamp now,
                          const std::string& slug, const Counts& take_counts) {
  const auto contest = public_contest(reader, slug);
  if (!contest) return {"", now};
  const Host host = find_host(reader);
  Timestamp until = shown_until({*contest}, now);
  const auto versions = rule_book_versions(reader, contest->id);
  const auto source = rules_source(reader, versions.front().document, contest->host_unit);
  until = std::min(until, calendar_true_until(source.rules.calendar, now));
  const std::string& zone = source.rules.calendar.zone;
  const auto articles = rules_articles(source, lang);
  Html links = article_links(articles);
  Html content = legal_basis_list(source, lang);
  content.add(articles_html(articles))
      .add(amendments(versions, lang, zone))
      .add(version_line(versions.front(), lang, zone));
  if (source.rules.public_counts && contest->opens <= now) {
    const auto taken = take_counts(reader, contest->id);
    content.add(counts_html(source.rules, taken, lang));
    links.add(link_item("received", message("publishing.works_received", lang)));
    until = std::min(until, taken.until);
  }
  content = element("article", {{"class", "rules"}}, {content});
  const Html contents = element(
      "nav", {{"class", "contents no-print"}, {"aria-label", message("publishing.rules_contents", lang)}},
      {element("ul", {links})});
  const Html pdf = element("a", {{"href", rules_pdf_path(slug)}, {"hreflang", "vi"}},
                           {icon("download"), message("publishing.rules_pdf", lang)});
  Html all = crumbs({{home_path(lang), message("publishing.home", lang)},
                     {contests_path(lang), message("publishing.contests", lang)}},
                    contest->name.in(lang), lang);
  all.add(contest_head(host, *contest, source.rules, lang, now))
      .add(entering_steps(*contest, lang, now))
      .add(calendar_line(source.rules.calendar, lang, now))
      .add(prize_list(source.rules, lang))
      .add(part(message("publishing.rules", lang), pdf,
                element("div", {{"class", "with-contents"}}, {contents, content}), "the-le"))
      .add(editions(reader, *contest, lang));
  Page page{lang,
            contest->name.in(lang),
            source.rules.summary.in(lang),
            contest_path(Lang::vi, slug),
            contest_path(Lang::en, slug),
            base_url,
            Section::contests,
            in_page(all).add(entry_bar(*contest, lang, now))};
  page.image = base_url + contest_share_path(slug);
  return {render(page, host), until};
}

}  // namespace

PageSource contest_page(Lang lang, const std::string& base_url, Timestamp now, const std::string& slug,
                        CountsCache& counts) {
  const Counts take = [=, &counts](store::Reader& reader, ContestId id) {
    return counts.get(id, now, [&] { return count_works(reader, id); });
  };
  const auto fingerprint = [slug](store::Reader& reader) {
    return rules_fingerprint(reader, slug) + "|" + contests_fingerprint(reader);
  };
  return {fingerprint,
          [=](store::Reader& reader) { return make_contest(reader, lang, base_url, now, slug, take); }};
}

}  // namespace guong::publishing
