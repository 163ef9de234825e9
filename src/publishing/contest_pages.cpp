// HTML of the home page and of a contest's page, each with the moment at which the clock alone makes it
// untrue.
#include "publishing/contest_pages.h"

#include <algorithm>

#include "guong/contests/contest.h"
#include "publishing/article_html.h"
#include "publishing/picture_paths.h"
#include "publishing/public_store.h"
#include "publishing/rules_text.h"
#include "publishing/time_left.h"

namespace guong::publishing {
namespace {

constexpr int kContestsShown = 50;
constexpr Timestamp kForEver{INT64_MAX};

bool takes_entries(const ContestRow& c, Timestamp now) {
  return c.state == "open" && c.opens <= now && now < c.deadline;
}

Html contest_card(const ContestRow& c, Lang lang, Timestamp now, const std::string& zone) {
  Html about;
  if (takes_entries(c, now))
    about.add(
        element("p", {element("span", {{"class", "tag gold"}}, {time_left(now, c.deadline, lang).text})}));
  about.add(element("h3", {element("a", {{"href", contest_path(lang, c.slug)}}, {c.name.in(lang)})}));
  about.add(element("p", {{"class", "quiet"}}, {c.host_unit}));
  if (c.state == "published") {
    about.add(element("p", {element("a", {{"href", results_path(lang, c.slug)}},
                                    {message("publishing.see_results", lang)})}));
  } else {
    const bool opened = c.opens <= now;
    const Timestamp when = opened ? c.deadline : c.opens;
    about.add(element("p", {message(opened ? "publishing.deadline_is" : "publishing.opens_at", lang,
                                    {{"time", to_local_text(when, zone)}})}));
  }
  return element("li", {{"class", "card"}}, {about});
}

Html group(store::Reader& reader, const char* heading, const std::vector<ContestRow>& contests, Lang lang,
           Timestamp now) {
  if (contests.empty()) return {};
  Html cards;
  for (const auto& contest : contests) {
    const auto rules = contests::contest_rules(reader, contest.id, contest.version);
    cards.add(contest_card(contest, lang, now, rules->calendar.zone));
  }
  return element("section",
                 {element("h2", {message(heading, lang)}), element("ul", {{"class", "contests"}}, {cards})});
}

/// When something that the clock alone moves on stands wrong on a page that shows these contests.
Timestamp shown_until(const std::vector<ContestRow>& contests, Timestamp now) {
  Timestamp next = kForEver;
  for (const auto& c : contests) {
    for (const Timestamp t : {c.opens, c.deadline}) {
      if (t > now) next = std::min(next, t);
    }
    if (takes_entries(c, now)) next = std::min(next, time_left(now, c.deadline, Lang::vi).true_until);
  }
  return next;
}

RenderedPage make_home(store::Reader& reader, Lang lang, const std::string& base_url, Timestamp now) {
  const auto open_state = public_contests(reader, "open", kContestsShown);
  std::vector<ContestRow> open, upcoming, judging = public_contests(reader, "judging", kContestsShown);
  for (const auto& c : open_state) {
    (c.opens > now ? upcoming : c.deadline > now ? open : judging).push_back(c);
  }
  const auto settled = public_contests(reader, "settled", kContestsShown);
  judging.insert(judging.end(), settled.begin(), settled.end());
  Html heading = element("h1", {message("publishing.home_title", lang)});
  heading.add(element("p", {{"class", "lede"}}, {message("publishing.home_lede", lang)}));
  Html content;
  if (open.empty()) {
    content.add(element("section", {element("h2", {message("publishing.open_now", lang)}),
                                    element("p", {message("publishing.no_open", lang)})}));
  }
  content.add(group(reader, "publishing.open_now", open, lang, now))
      .add(group(reader, "publishing.upcoming", upcoming, lang, now))
      .add(group(reader, "publishing.in_judging", judging, lang, now))
      .add(group(reader, "publishing.with_results", public_contests(reader, "published", kContestsShown),
                 lang, now));
  Page page{lang,
            message("publishing.home_title", lang),
            message("publishing.home_lede", lang),
            home_path(Lang::vi),
            home_path(Lang::en),
            base_url,
            heading,
            content};
  page.image = base_url + home_share_path();
  return {render(page), shown_until(open_state, now)};
}

Html amendments(const std::vector<RuleBookRow>& versions, Lang lang, std::string_view zone) {
  Html items;
  for (const auto& version : versions) {
    if (version.reason.empty()) continue;
    items.add(element("li", {to_local_text(version.created_at, zone) + " – " + version.decision_number +
                             (version.decision_number.empty() ? "" : ": ") + version.reason}));
  }
  if (items.empty()) return {};
  return element("section",
                 {element("h2", {message("publishing.amendments", lang)}), element("ul", {items})});
}

/// What one can do now: enter or see the results, and take the rules along.
Html actions(const ContestRow& c, Lang lang, Timestamp now) {
  Html out;
  const auto button = [&](const std::string& href, const char* words) {
    out.add(element("a", {{"class", "button"}, {"href", href}}, {message(words, lang)})).add(" ");
  };
  if (c.state == "published") button(results_path(lang, c.slug), "publishing.see_results");
  if (takes_entries(c, now))
    button("/app/contests/" + std::to_string(c.id.value) + "/enter", "publishing.enter");
  out.add(element("a", {{"href", rules_pdf_path(c.slug)}, {"hreflang", "vi"}},
                  {message("publishing.rules_pdf", lang)}));
  return element("p", {{"class", "actions no-print"}}, {out});
}

/// "Hạn nộp bài: 20/05/2026 17:00 · Còn 12 ngày".
Html deadline_line(const ContestRow& c, Lang lang, Timestamp now, std::string_view zone) {
  const auto line = [&](const char* key, Timestamp time) {
    return message(key, lang, {{"time", to_local_text(time, zone)}});
  };
  Html out(line("publishing.deadline_is", c.deadline));
  if (takes_entries(c, now)) {
    out.add(" · ").add(element("strong", {{"class", "left"}}, {time_left(now, c.deadline, lang).text}));
  } else if (c.opens > now) {
    out = Html(line("publishing.opens_at", c.opens) + " · ").add(out);
  } else {
    out.add(" · " + message("publishing.deadline_over", lang));
  }
  return element("p", {{"class", "lede"}}, {out});
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
  Timestamp until = shown_until({*contest}, now);
  const auto versions = rule_book_versions(reader, contest->id);
  const auto source = rules_source(reader, versions.front().document, contest->host_unit);
  const std::string& zone = source.rules.calendar.zone;
  Html heading = element("p", {contest->host_unit});
  heading.add(element("h1", {contest->name.in(lang)}));
  heading.add(deadline_line(*contest, lang, now, zone));
  heading.add(actions(*contest, lang, now));
  const auto articles = rules_articles(source, lang);
  Html links = article_links(articles);
  Html content = legal_basis_list(source, lang);
  content.add(articles_html(articles))
      .add(amendments(versions, lang, zone))
      .add(version_line(versions.front(), lang, zone));
  content = element("article", {{"class", "rules"}}, {content});
  if (source.rules.public_counts && contest->opens <= now) {
    const auto taken = take_counts(reader, contest->id);
    content.add(counts_html(source.rules, taken, lang));
    links.add(link_item("received", message("publishing.works_received", lang)));
    until = std::min(until, taken.until);
  }
  const Html contents = element(
      "nav", {{"class", "contents no-print"}, {"aria-label", message("publishing.rules_contents", lang)}},
      {element("ul", {links})});
  Page page{lang,
            contest->name.in(lang),
            source.rules.summary.in(lang),
            contest_path(Lang::vi, slug),
            contest_path(Lang::en, slug),
            base_url,
            heading,
            beside(contents, content)};
  page.image = base_url + contest_share_path(slug);
  return {render(page), until};
}

}  // namespace

PageSource home_page(Lang lang, const std::string& base_url, Timestamp now) {
  return {contests_fingerprint,
          [=](store::Reader& reader) { return make_home(reader, lang, base_url, now); }};
}

PageSource contest_page(Lang lang, const std::string& base_url, Timestamp now, const std::string& slug,
                        CountsCache& counts) {
  const Counts take = [=, &counts](store::Reader& reader, ContestId id) {
    return counts.get(id, now, [&] { return count_works(reader, id); });
  };
  return {[slug](store::Reader& reader) { return rules_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_contest(reader, lang, base_url, now, slug, take); }};
}

}  // namespace guong::publishing
