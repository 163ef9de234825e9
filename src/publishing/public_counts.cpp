// Counts of works received, as tables and bars. They are frozen for ten minutes at a time, for all readers
// alike.
#include "publishing/public_counts.h"

#include <algorithm>

#include "publishing/page.h"

namespace guong::publishing {
namespace {

struct Line {
  std::string name;
  std::int64_t count = 0;
};

/// A bar as wide as the number is of the greatest, without words: the number stands beside it.
Html bar(std::int64_t count, std::int64_t most) {
  const Html filled =
      element("rect", {{"width", std::to_string(100 * count / most) + "%"}, {"height", "100%"}, {"rx", "6"}});
  return element("svg", {{"class", "share"}, {"aria-hidden", "true"}}, {filled});
}

Html table(const std::string& caption, const char* heading, const std::vector<Line>& lines, Lang lang) {
  std::int64_t most = 1;
  for (const auto& line : lines) most = std::max(most, line.count);
  Html rows;
  for (const auto& line : lines) {
    rows.add(element("tr", {element("th", {{"scope", "row"}}, {line.name}),
                            element("td", {{"class", "number"}}, {std::to_string(line.count)}),
                            element("td", {{"class", "bars"}}, {bar(line.count, most)})}));
  }
  const Html head = element(
      "tr", {element("th", {{"scope", "col"}}, {message(heading, lang)}),
             element("th", {{"scope", "col"}, {"class", "number"}}, {message("publishing.works", lang)}),
             element("td", Attributes{})});
  return element("table", {{"class", "shares"}},
                 {element("caption", {caption}), element("thead", {head}), element("tbody", {rows})});
}

std::vector<Line> by_field(const rules::RuleBook& rules, const WorkCounts& counts, Lang lang) {
  std::vector<Line> out;
  for (const auto& field : rules.fields) {
    const auto found = counts.by_field.find(field.id);
    out.push_back({field.name.in(lang), found == counts.by_field.end() ? 0 : found->second});
  }
  return out;
}

/// The most first; works whose exemplar has no unit last. Nothing when none has one.
std::vector<Line> by_unit_type(const WorkCounts& counts, Lang lang) {
  std::vector<Line> out;
  std::int64_t without = counts.total;
  for (const auto& [type, count] : counts.by_unit_type) {
    out.push_back({unit_type_name(type, lang), count});
    without -= count;
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &Line::count);
  if (!out.empty() && without > 0) out.push_back({message("publishing.no_unit", lang), without});
  return out;
}

}  // namespace

Html counts_html(const rules::RuleBook& rules, const CountsTaken& taken, Lang lang) {
  const auto& counts = taken.counts;
  Html out = element("h3", {message("publishing.works_received", lang)});
  out.add(
      element("p", {message("publishing.works_so_far", lang, {{"count", std::to_string(counts.total)}})}));
  out.add(
      table(message("publishing.by_field", lang), "publishing.field", by_field(rules, counts, lang), lang));
  if (const auto units = by_unit_type(counts, lang); !units.empty())
    out.add(table(message("publishing.by_unit_type", lang), "publishing.unit_type", units, lang));
  out.add(element(
      "p", {{"class", "quiet"}},
      {message("publishing.counts_as_of", lang, {{"time", to_local_text(taken.at, rules.calendar.zone)}})}));
  return element("section", {{"id", "received"}}, {out});
}

}  // namespace guong::publishing
