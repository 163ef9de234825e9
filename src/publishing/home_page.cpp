// HTML of the home page: the newest winning story, contests that take entries, winners, exemplars.
#include "publishing/home_page.h"

#include <algorithm>
#include <climits>
#include <map>
#include <memory>

#include "guong/contests/contest.h"
#include "guong/results/public_search.h"
#include "publishing/contest_cards.h"
#include "publishing/exemplar_pages.h"
#include "publishing/home_numbers.h"
#include "publishing/host_store.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/reading.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

constexpr int kNewest = 12;        // works looked at
constexpr std::size_t kShown = 5;  // winners beside the story
constexpr std::size_t kExemplars = 6;

/// The rank of the best prize; greater than any where the work has none that is ranked.
int best_rank(const nlohmann::json& work, const rules::RuleBook& rules) {
  int best = INT_MAX;
  for (const auto& prize : work.at("prizes"))
    if (const auto* found = rules::find_prize(rules, text_of(prize, "id")); found && found->kind == "ranked")
      best = std::min(best, found->rank);
  return best;
}

/// The works that were published last, those of one result by their prizes.
std::vector<results::PublishedWork> newest_winners(store::Reader& reader) {
  auto works = results::find_published(reader, {}, {}, kNewest);
  std::map<ContestId, std::shared_ptr<const rules::RuleBook>> rules;
  const auto rank = [&](const results::PublishedWork& work) {
    auto& found = rules[work.contest];
    if (!found) found = contests::contest_rules(reader, work.contest);
    return std::pair(-work.published_at.micros, best_rank(nlohmann::json::parse(work.document), *found));
  };
  std::ranges::stable_sort(works, {}, rank);
  return works;
}

Html person_line(const Host& host, const nlohmann::json& work, Lang lang) {
  const auto& exemplar = work.at("exemplar");
  const std::string name = text_of(exemplar, "name"), place = text_of(exemplar, "place");
  Html line(place.empty() ? "" : place + " · ");
  line.add(message("publishing.work_by", lang, {{"authors", authors_text(work.at("authors"))}}) + " · " +
           reading_time_text(work, lang));
  return element("div", {{"class", "person"}},
                 {portrait(host, results::exemplar_slug(name, place), name, 52),
                  element("p", {element("b", {name}), line})});
}

/// Over the whole width, its words on a sheet laid over the picture's edge.
Html lead_story(const Host& host, const WorkShown& work, const std::string& contest, Lang lang) {
  const Html kicker = element("p", {{"class", "kicker"}},
                              {prize_marks(work.document, lang), field_mark(work.document.at("field"), lang),
                               element("span", {{"class", "quiet"}}, {contest})});
  const Html title = element(
      "h2", {element("a", {{"href", work_path(lang, work.slug)}}, {text_of(work.document, "title")})});
  return element(
      "article", {{"class", "lead-story"}},
      {picture_html(leading_cover_of(work, lang)),
       element("div", {{"class", "sheet"}}, {kicker, title, person_line(host, work.document, lang)}),
       element("div", {{"class", "about"}}, {element("p", {opening(work.document)})})});
}

/// All but the first, which leads the page.
Html winners(const std::vector<WorkShown>& works, Lang lang) {
  Html cards;
  for (std::size_t i = 1; i < std::min(works.size(), kShown + 1); ++i)
    cards.add(work_card(works[i], "h3", lang));
  if (cards.empty()) return {};
  return part(message("publishing.newest_works", lang),
              more_link(search_path(lang), message("publishing.all_works", lang)),
              element("ul", {{"class", "mosaic"}}, {cards}));
}

Html exemplars(const Host& host, const std::vector<WorkShown>& works, Lang lang) {
  Html people;
  std::vector<std::string> seen;
  for (const auto& work : works) {
    const auto& exemplar = work.document.at("exemplar");
    const std::string name = text_of(exemplar, "name"), place = text_of(exemplar, "place");
    const std::string slug = results::exemplar_slug(name, place);
    if (slug.empty() || seen.size() == kExemplars || std::ranges::find(seen, slug) != seen.end()) continue;
    seen.push_back(slug);
    people.add(exemplar_card(host, {slug, name, place}, lang));
  }
  if (people.empty()) return {};
  return part(message("publishing.exemplars", lang),
              more_link(exemplars_path(lang), message("publishing.all_exemplars", lang)),
              element("ul", {{"class", "people few"}}, {people}));
}

/// What stands where no contest takes entries.
Html open_now(store::Reader& reader, const ContestLists& lists, Lang lang, Timestamp now) {
  return part(message("publishing.open_now", lang),
              more_link(contests_path(lang), message("publishing.all_contests", lang)),
              lists.open.empty() ? element("p", {message("publishing.no_open", lang)})
                                 : open_contest_cards(reader, lists.open, lang, now));
}

Html group(store::Reader& reader, const char* heading, const std::vector<ContestRow>& contests, Lang lang,
           Timestamp now, const std::string& id = "") {
  if (contests.empty()) return {};
  return part(message(heading, lang), {}, contest_cards(reader, contests, lang, now), id);
}

RenderedPage make_home(store::Reader& reader, Lang lang, const std::string& base_url, Timestamp now) {
  const Host host = find_host(reader);
  const auto lists = contest_lists(reader, now);
  const auto works = newest_winners(reader);
  const auto shown = works_shown(reader, works);
  Html content =
      element("h1", {{"class", works.empty() ? "" : "hidden"}}, {message("publishing.home_title", lang)});
  if (works.empty()) content.add(element("p", {{"class", "lede"}}, {message("publishing.home_lede", lang)}));
  if (!works.empty())
    content.add(lead_story(host, shown.front(),
                           contests::find_contest(reader, works.front().contest).name.in(lang), lang));
  content.add(open_now(reader, lists, lang, now))
      .add(group(reader, "publishing.upcoming", lists.upcoming, lang, now))
      .add(winners(shown, lang))
      .add(exemplars(host, shown, lang))
      .add(works_by_field_and_place(reader, lang))
      .add(group(reader, "publishing.in_judging", lists.judging, lang, now))
      .add(group(reader, "publishing.with_results", lists.published, lang, now))
      .add(numbers_of_all(reader, lang));
  auto open_state = lists.open;
  open_state.insert(open_state.end(), lists.upcoming.begin(), lists.upcoming.end());
  Page page{lang,
            message("publishing.home_title", lang),
            message("publishing.home_lede", lang),
            home_path(Lang::vi),
            home_path(Lang::en),
            base_url,
            Section::none,
            in_page(content)};
  page.image = base_url + home_share_path();
  return {render(page, host), shown_until(open_state, now)};
}

RenderedPage make_contests(store::Reader& reader, Lang lang, const std::string& base_url, Timestamp now) {
  const auto lists = contest_lists(reader, now);
  const std::string title = message("publishing.contests", lang);
  Html content = element("div", {{"class", "page-head"}}, {element("h1", {title})});
  content
      .add(part(message("publishing.open_now", lang), {},
                lists.open.empty() ? element("p", {message("publishing.no_open", lang)})
                                   : open_contest_cards(reader, lists.open, lang, now)))
      .add(group(reader, "publishing.upcoming", lists.upcoming, lang, now))
      .add(group(reader, "publishing.in_judging", lists.judging, lang, now))
      .add(group(reader, "publishing.with_results", lists.published, lang, now, "ket-qua"));
  auto open_state = lists.open;
  open_state.insert(open_state.end(), lists.upcoming.begin(), lists.upcoming.end());
  return {render({lang, title, message("publishing.home_lede", lang), contests_path(Lang::vi),
                  contests_path(Lang::en), base_url, Section::contests, in_page(content)},
                 find_host(reader)),
          shown_until(open_state, now)};
}

}  // namespace

PageSource home_page(Lang lang, const std::string& base_url, Timestamp now) {
  return {site_fingerprint, [=](store::Reader& reader) { return make_home(reader, lang, base_url, now); }};
}

PageSource contests_page(Lang lang, const std::string& base_url, Timestamp now) {
  return {contests_fingerprint,
          [=](store::Reader& reader) { return make_contests(reader, lang, base_url, now); }};
}

}  // namespace guong::publishing
