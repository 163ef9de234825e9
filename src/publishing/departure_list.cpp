// The list of decisions on prizes, from the frozen results file.
#include "publishing/departure_list.h"

#include <nlohmann/json.hpp>

#include "guong/base/time.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

std::string prize_name(const json& document, const std::string& id, Lang lang) {
  for (const auto& award : document.at("awards"))
    if (award.at("prize") == id && award.at("name").is_object()) return name_in(award.at("name"), lang);
  const auto rules = json::parse(text_of(document.at("rule_book"), "document"));
  for (const auto& prize : rules.at("prizes"))
    if (prize.at("id") == id) return name_in(prize.at("name"), lang);
  return id;
}

/// Who the decision is about: the work's title, or the unit's name.
std::string winner_of(const json& document, const json& departure) {
  for (const auto& award : document.at("awards"))
    if (award.at("prize") == departure.at("prize") && award.at("code") == departure.at("code") &&
        award.at("unit_code") == departure.at("unit_code"))
      return text_of(award, award.at("code").is_null() ? "unit" : "title");
  return text_of(departure, "code");
}

}  // namespace

Html departure_list(const json& document, Lang lang, std::string_view zone) {
  Html items;
  for (const auto& d : document.value("departures", json::array())) {
    const auto& who = d.at("decided_by");
    const auto at = from_rfc3339(text_of(d, "decided_at"));
    items.add(
        element("li", {message("publishing.departure_" + text_of(d, "kind"), lang,
                               {{"prize", prize_name(document, text_of(d, "prize"), lang)},
                                {"places", std::to_string(d.at("places").get<int>())},
                                {"winner", winner_of(document, d)}}) +
                       " " +
                       message("publishing.departure_why", lang,
                               {{"reason", text_of(d, "reason")},
                                {"name", text_of(who, "name")},
                                {"office", message("publishing.office_" + text_of(who, "office"), lang)},
                                {"time", at ? to_local_text(*at, zone) : ""}})}));
  }
  if (items.empty()) return items;
  return element("section",
                 {element("h2", {message("publishing.departures", lang)}), element("ul", {items})});
}

}  // namespace guong::publishing
