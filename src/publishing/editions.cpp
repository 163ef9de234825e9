// Editions are found when a page is made: there are few contests, and their rules are in memory.
#include "publishing/editions.h"

#include <algorithm>

#include "guong/base/text.h"
#include "guong/contests/contest.h"
#include "publishing/page.h"
#include "publishing/parts.h"

namespace guong::publishing {
namespace {

constexpr int kOfEachState = 100;

/// A name without what changes from year to year.
std::string without_figures(std::string_view name) {
  std::string out;
  for (const auto& c : slug(name))
    if (c < '0' || c > '9') out += c;
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string series_of(store::Reader& reader, const ContestRow& contest) {
  const auto rules = contests::contest_rules(reader, contest.id, contest.version);
  if (!rules->series.empty()) return "series/" + slug(rules->series);
  return slug(contest.host_unit) + "/" + without_figures(contest.name.vi);
}

std::vector<ContestRow> of_the_same_series(store::Reader& reader, const ContestRow& contest) {
  const auto series = series_of(reader, contest);
  std::vector<ContestRow> out;
  for (const char* state : {"open", "judging", "settled", "published"})
    for (const auto& other : public_contests(reader, state, kOfEachState))
      if (series_of(reader, other) == series) out.push_back(other);
  std::ranges::sort(out, std::ranges::greater{}, &ContestRow::opens);
  return out;
}

Html edition_line(store::Reader& reader, const ContestRow& edition, bool here, Lang lang) {
  const auto rules = contests::contest_rules(reader, edition.id, edition.version);
  const std::string days = to_local_date(edition.opens, rules->calendar.zone) + " – " +
                           to_local_date(edition.deadline, rules->calendar.zone);
  const Html name = here
                        ? element("b", {{"aria-current", "page"}}, {edition.name.in(lang)})
                        : element("a", {{"href", contest_path(lang, edition.slug)}}, {edition.name.in(lang)});
  Html beside;
  if (here)
    beside = element("span", {{"class", "quiet"}}, {message("publishing.this_edition", lang)});
  else if (edition.state == "published")
    beside =
        element("a", {{"href", results_path(lang, edition.slug)}}, {message("publishing.results", lang)});
  return element("li", {name, element("span", {{"class", "quiet"}}, {days}), beside});
}

}  // namespace

Html editions(store::Reader& reader, const ContestRow& contest, Lang lang) {
  const auto all = of_the_same_series(reader, contest);
  if (all.size() < 2) return {};
  Html lines;
  for (const auto& edition : all) lines.add(edition_line(reader, edition, edition.id == contest.id, lang));
  return part(message("publishing.editions", lang), {}, element("ul", {{"class", "editions"}}, {lines}));
}

}  // namespace guong::publishing
