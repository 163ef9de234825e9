// Counts of published works as HTML.
#include "publishing/home_numbers.h"

#include <nlohmann/json.hpp>

#include "guong/results/public_search.h"
#include "publishing/parts.h"
#include "publishing/place_map.h"
#include "publishing/public_store.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

constexpr int kMostUnits = 100'000;

/// A bar as long as the number is of the greatest.
Html share(std::int64_t count, std::int64_t most) {
  return element("svg", {{"viewBox", "0 0 100 8"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}},
                 {element("rect", {{"width", std::to_string(100 * count / most)}, {"height", "8"}})});
}

Html by_field(store::Reader& reader, Lang lang) {
  Html lines;
  const auto fields = results::works_by_field(reader);
  for (const auto& field : fields) {
    const auto work = nlohmann::json::parse(field.document);
    const Html line = element("a", {{"href", search_path(lang) + "?field=" + field.field}},
                              {field_mark(work.at("field"), lang), share(field.works, fields.front().works),
                               element("span", {number_text(field.works, lang)})});
    lines.add(element("li", {{"data-f", field.field}}, {line}));
  }
  return lines.empty() ? lines : element("ul", {{"class", "fields"}}, {lines});
}

Html half(const char* heading, const Html& content, Lang lang) {
  if (content.empty()) return {};
  return element("div", {element("h3", {{"class", "sub"}}, {message(heading, lang)}), content});
}

Html number_line(std::int64_t number, const char* words, Lang lang) {
  return element("li", {element("b", {number_text(number, lang)}), message(words, lang)});
}

}  // namespace

Html works_by_field_and_place(store::Reader& reader, Lang lang) {
  Html both = half("publishing.by_field", by_field(reader, lang), lang);
  both.add(half("publishing.by_place", place_map(reader, lang), lang));
  if (both.empty()) return {};
  return part(message("publishing.by_field_and_place", lang), {}, element("div", {{"class", "two"}}, {both}));
}

Html numbers_of_all(store::Reader& reader, Lang lang) {
  const auto published = results::published_numbers(reader);
  if (published.works == 0) return {};
  const auto units = std::ssize(results::works_by_facet(reader, "unit", kMostUnits));
  Html lines = number_line(published.works, "publishing.number_works", lang);
  lines.add(number_line(published.exemplars, "publishing.number_exemplars", lang))
      .add(number_line(units, "publishing.number_units", lang))
      .add(number_line(count_contests(reader), "publishing.number_contests", lang));
  return element("section", {{"class", "part"}},
                 {element("h2", {{"class", "hidden"}}, {message("publishing.numbers", lang)}),
                  element("ul", {{"class", "in-numbers"}}, {lines})});
}

}  // namespace guong::publishing
