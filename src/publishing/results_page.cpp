// HTML of results, from frozen documents only: the tables behind them may have changed.
#include "publishing/results_page.h"

#include <nlohmann/json.hpp>

#include "guong/contests/contest.h"
#include "guong/results/published.h"
#include "publishing/award_tiers.h"
#include "publishing/departure_list.h"
#include "publishing/host_store.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/public_store.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr Timestamp kForEver{INT64_MAX};

/// The prize; of a category's, that category too: each may have a first prize of its own.
Html prize_cell(const json& award, const json& rules, Lang lang) {
  Html out(name_in(award.at("name"), lang));
  const std::string id = text_of(award, "category");
  for (const auto& category : rules.at("categories"))
    if (category.at("id") == id)
      out.add(" ").add(element("span", {{"class", "quiet"}}, {name_in(category.at("name"), lang)}));
  return element("th", {{"scope", "row"}}, {out});
}

/// The work, or the unit that a collective prize went to.
Html winner(const json& award, Lang lang) {
  const std::string unit = text_of(award, "unit");
  if (!unit.empty()) return unit;
  const std::string title = text_of(award, "title");
  const std::string slug = text_of(award, "work");
  return slug.empty() ? Html(title) : element("a", {{"href", work_path(lang, slug)}}, {title});
}

Html award_row(const json& award, const json& rules, Lang lang) {
  const auto money = award.value("money", std::int64_t{0});
  return element("tr",
                 {prize_cell(award, rules, lang), element("td", {winner(award, lang)}),
                  element("td", {authors_text(award.at("authors"))}),
                  // On a phone the headings are out of sight: the score says by itself what it is.
                  element("td", {{"class", "number"}, {"data-label", message("publishing.score", lang)}},
                          {score_text(text_of(award, "shown"), lang)}),
                  element("td", {{"class", "number"}}, {money > 0 ? money_text(money, lang) : "–"})});
}

Html winners(const json& document, Lang lang) {
  if (document.at("awards").empty()) return element("p", {message("publishing.no_winners", lang)});
  Html rows, headings;
  const auto rules = json::parse(text_of(document.at("rule_book"), "document"));
  const char* won_by = "publishing.work";
  for (const auto& award : document.at("awards")) {
    rows.add(award_row(award, rules, lang));
    if (award.at("unit").is_string()) won_by = "publishing.work_or_unit";
  }
  for (const char* key : {"publishing.prize", won_by, "publishing.author"}) {
    headings.add(element("th", {{"scope", "col"}}, {message(key, lang)}));
  }
  for (const char* key : {"publishing.score", "publishing.money"}) {
    headings.add(element("th", {{"scope", "col"}, {"class", "number"}}, {message(key, lang)}));
  }
  const std::string label = message("publishing.winners", lang);
  return element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}},
                 {element("table", {{"class", "winners"}},
                          {element("caption", {label}), element("thead", {element("tr", {headings})}),
                           element("tbody", {rows})})});
}

Html decision_line(const results::PublishedResult& result, Lang lang, std::string_view zone) {
  return element(
      "p",
      {message("publishing.decision", lang,
               {{"number", result.decision_number}, {"time", to_local_text(result.published_at, zone)}})});
}

/// What one needs to check the result: the table of winners, the page that checks, the file.
Html check_result(const results::PublishedResult& result, const json& document, ContestId contest,
                  Lang lang) {
  const auto id = std::to_string(contest.value), number = std::to_string(result.number);
  const auto link = [&](const char* sign, const std::string& to, const char* text) {
    return element("li", {element("a", {{"href", to}}, {icon(sign), message(text, lang)})});
  };
  return element(
      "div",
      {element("div", {winners(document, lang)}),
       element("ul", {{"class", "files"}},
               {link("shield-check", "/app/results/verify/" + id + "/" + number, "publishing.check_result"),
                link("file-text", "/api/contests/" + id + "/results/published?number=" + number,
                     "publishing.recompute")})});
}

Html earlier(store::Reader& reader, const std::vector<results::PublishedResult>& all, ContestId contest,
             Lang lang, std::string_view zone) {
  Html out;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto document =
        results::published_document(reader, all[i].id);  // one after the other: they may be long
    out.add(element("section", {decision_line(all[i], lang, zone), departure_list(document, lang, zone),
                                check_result(all[i], document, contest, lang)}));
  }
  if (out.empty()) return out;
  return element("details", {element("summary", {message("publishing.earlier_results", lang)}), out});
}

/// The name, the decision, the first prize: on lacquer.
Html ceremony(const Host& host, const AwardTiers& tiers, const results::PublishedResult& result,
              const contests::ContestHead& contest, Lang lang, std::string_view zone) {
  Html content = crumbs({{home_path(lang), message("publishing.home", lang)},
                         {contest_path(lang, contest.slug), contest.name.in(lang)}},
                        message("publishing.results", lang), lang);
  content
      .add(element("header",
                   {element("h1", {message("publishing.results", lang) + ": " + contest.name.in(lang)}),
                    decision_line(result, lang, zone)}))
      .add(first_prize_html(host, tiers, lang));
  return element("section", {{"class", "lacquer ceremony"}}, {in_page(content)});
}

RenderedPage make_results(store::Reader& reader, Lang lang, const std::string& base_url,
                          const std::string& slug) {
  const auto contest = contests::find_contest_by_slug(reader, slug);
  if (!contest) return {"", kForEver};
  const auto published = results::published_results(reader, contest->id);
  if (published.empty()) return {"", kForEver};
  const std::string zone = contests::contest_rules(reader, contest->id)->calendar.zone;
  const auto document = results::published_document(reader, published.front().id);
  const Host host = find_host(reader);
  const auto tiers = award_tiers(document, reader, contest->id);
  Html content = ceremony(host, tiers, published.front(), *contest, lang, zone);
  content.add(in_page(other_tiers_html(tiers, lang).add(departure_list(document, lang, zone))));
  const std::string checking = message("publishing.for_who_checks", lang);
  content.add(element("section", {{"class", "verify"}},
                      {in_page(element("h2", {checking})
                                   .add(check_result(published.front(), document, contest->id, lang))
                                   .add(earlier(reader, published, contest->id, lang, zone)))}));
  const std::string name = contest->name.in(lang);
  Page page{lang,
            message("publishing.results", lang) + ": " + name,
            name,
            results_path(Lang::vi, slug),
            results_path(Lang::en, slug),
            base_url,
            Section::results,
            content};
  page.image = base_url + contest_share_path(slug);
  return {render(page, host), kForEver};
}

}  // namespace

PageSource results_page(Lang lang, const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return results_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_results(reader, lang, base_url, slug); }};
}

}  // namespace guong::publishing
