// HTML of the list of published works and of what a search finds. Made for each request.
#include "publishing/search_page.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "guong/api/cursor.h"
#include "guong/http/message.h"
#include "publishing/host_store.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/public_store.h"
#include "publishing/short_names.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

constexpr int kPerPage = 20;
constexpr std::size_t kLongestText = 200;
constexpr int kContests = 50, kFacets = 200;
/// Of the years that works are sorted into.
constexpr std::string_view kZone = "Asia/Ho_Chi_Minh";

using Options = std::vector<std::pair<std::string, std::string>>;  // values and what is shown for them

/// A choice in the form; the first line narrows nothing.
Html choice(const char* name, const std::string& label, const Options& options, const std::string& chosen,
            Lang lang) {
  Html lines = element("option", {{"value", ""}}, {message("publishing.any", lang)});
  for (const auto& [value, shown] : options)
    lines.add(value == chosen ? element("option", {{"value", value}, {"selected", ""}}, {shown})
                              : element("option", {{"value", value}}, {shown}));
  return element("label", {label, element("select", {{"name", name}}, {lines})});
}

Options fields(store::Reader& reader, Lang lang) {
  Options out;
  for (const auto& field : results::works_by_field(reader)) {
    const auto work = nlohmann::json::parse(field.document);
    out.emplace_back(field.field, name_in(work.at("field").at("name"), lang) + " (" +
                                      number_text(field.works, lang) + ")");
  }
  return out;
}

Options facet_options(store::Reader& reader, const char* kind, Lang lang) {
  Options out;
  for (const auto& facet : results::works_by_facet(reader, kind, kFacets))
    out.emplace_back(facet.value, facet_name(facet, lang) + " (" + number_text(facet.works, lang) + ")");
  return out;
}

/// Years of publication, the newest first.
Options years(store::Reader& reader) {
  Options out;
  const auto span = results::published_span(reader);
  if (!span) return out;
  const auto year = [](Timestamp t) { return std::stoi(to_local_iso_date(t, kZone).substr(0, 4)); };
  for (int y = year(span->second); y >= year(span->first); --y)
    out.emplace_back(std::to_string(y), std::to_string(y));
  return out;
}

Options contests_with_results(store::Reader& reader, Lang lang) {
  Options out;
  for (const auto& contest : public_contests(reader, "published", kContests))
    out.emplace_back(contest.slug, contest.name.in(lang));
  return out;
}

Html search_form(store::Reader& reader, Lang lang, const Search& search) {
  Html words = element("label", {{"for", "q"}}, {message("publishing.search_label", lang)});
  words
      .add(element("input", {{"id", "q"},
                             {"type", "search"},
                             {"name", "q"},
                             {"value", search.text},
                             {"maxlength", std::to_string(kLongestText)},
                             {"aria-describedby", "q-hint"}}))
      .add(element("p", {{"class", "quiet small"}, {"id", "q-hint"}},
                   {message("publishing.search_hint", lang)}));
  return element(
      "form", {{"class", "facets"}, {"action", search_path(lang)}, {"method", "get"}, {"role", "search"}},
      {words, choice("field", message("publishing.field", lang), fields(reader, lang), search.field, lang),
       choice("unit", message("publishing.unit_or_place", lang), facet_options(reader, "unit", lang),
              search.unit, lang),
       choice("prize", message("publishing.prize", lang), facet_options(reader, "prize", lang), search.prize,
              lang),
       choice("year", message("publishing.year", lang), years(reader), search.year, lang),
       choice("contest", message("publishing.contest", lang), contests_with_results(reader, lang),
              search.contest, lang),
       element("button", {message("publishing.search", lang)})});
}

/// The address that asks the same, of the page after `cursor` (from the beginning without one).
std::string asked(Lang lang, const Search& search, const std::string& cursor = "") {
  std::string query;
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"q", search.text},
                                    {"field", search.field},
                                    {"unit", search.unit},
                                    {"prize", search.prize},
                                    {"year", search.year},
                                    {"contest", search.contest},
                                    {"cursor", cursor}})
    if (!value.empty())
      query += (query.empty() ? "?" : "&") + std::string(name) + "=" + http::percent_encode(value);
  return search_path(lang) + query;
}

bool asks_nothing(const Search& search) {
  return search.text.find_first_not_of(' ') == std::string::npos && search.field.empty() &&
         search.unit.empty() && search.prize.empty() && search.year.empty() && search.contest.empty();
}

/// The first moment of a year; nothing when it is no year.
std::optional<Timestamp> year_begins(const std::string& year, int later = 0) {
  int number = 0;
  const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
  if (year.size() != 4 || error != std::errc() || end != year.data() + year.size()) return std::nullopt;
  return from_rfc3339(std::to_string(number + later) + "-01-01T00:00:00+07:00");
}

results::WorkFilter filter_of(store::Reader& reader, const Search& search) {
  results::WorkFilter out;
  out.text = search.text;
  out.field = search.field;
  out.unit = search.unit;
  out.prize = search.prize;
  if (const auto begins = year_begins(search.year)) {
    out.from = *begins;
    out.before = year_begins(search.year, 1).value_or(out.before);
  }
  if (const auto contest = public_contest(reader, search.contest)) out.contest = contest->id;
  return out;
}

Html nothing_found(const Search& search, Lang lang) {
  if (asks_nothing(search)) return element("p", {message("publishing.no_works_yet", lang)});
  const std::string heading = search.text.empty()
                                  ? message("publishing.nothing_fits", lang)
                                  : message("publishing.nothing_found", lang, {{"text", search.text}});
  return element("div", {{"class", "empty"}},
                 {empty_mirror(), element("h2", {heading}),
                  element("p", {message("publishing.nothing_found_advice", lang)}),
                  element("a", {{"class", "button plain"}, {"href", search_path(lang)}},
                          {message("publishing.all_works", lang)})});
}

Html found_list(store::Reader& reader, Lang lang, const Search& search) {
  const auto filter = filter_of(reader, search);
  const auto page = api::page_after(
      search.after, kPerPage,
      [&](const results::WorkCursor& after, int limit) {
        return results::find_published(reader, filter, after, limit);
      },
      [](const results::PublishedWork& work) {
        return results::WorkCursor{work.published_at, work.slug};
      });
  if (page.lines.empty()) return nothing_found(search, lang);
  Html out = work_cards(works_shown(reader, page.lines), "h2", lang);
  if (!page.next.empty())
    out.add(element(
        "p", {{"class", "more"}},
        {element("a", {{"class", "button"}, {"rel", "next"}, {"href", asked(lang, search, page.next)}},
                 {message("publishing.more_works", lang)})}));
  return element("div", {out});
}

}  // namespace

std::string search_page(store::Reader& reader, Lang lang, const std::string& base_url, const Search& search) {
  const std::string title =
      message(asks_nothing(search) ? "publishing.works_link" : "publishing.search_title", lang);
  Html content = element("div", {{"class", "page-head"}}, {element("h1", {title})});
  content.add(element("div", {{"class", "gallery"}},
                      {search_form(reader, lang, search), found_list(reader, lang, search)}));
  Page page{lang,
            title,
            message("publishing.search_empty", lang),
            asked(Lang::vi, search),
            asked(Lang::en, search),
            base_url,
            Section::works,
            in_page(content)};
  page.listed = false;
  return render(page, find_host(reader));
}

}  // namespace guong::publishing
