// The list of exemplars and the page of one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "guong/publishing/host.h"
#include "publishing/page.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

PageSource exemplars_page(Lang lang, const std::string& base_url);
/// Empty when no work about the exemplar is published.
PageSource exemplar_page(Lang lang, const std::string& base_url, const std::string& slug);

/// What kind of exemplar it is, its unit, its place: nothing said twice ("Xã Vĩnh Sơn", "xã Vĩnh Sơn").
Html exemplar_facts(const nlohmann::json& exemplar, Lang lang);
struct Exemplar {
  std::string slug, name, place;
};
/// The portrait, the name that leads to the exemplar's page, the place.
Html exemplar_card(const Host& host, const Exemplar& exemplar, Lang lang);

}  // namespace guong::publishing
