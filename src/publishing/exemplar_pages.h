// The list of exemplars and the page of one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "publishing/page.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

PageSource exemplars_page(Lang lang, const std::string& base_url);
/// Empty when no work about the exemplar is published.
PageSource exemplar_page(Lang lang, const std::string& base_url, const std::string& slug);

/// What kind of exemplar it is, its unit, its place: nothing said twice ("Xã Vĩnh Sơn", "xã Vĩnh Sơn").
Html exemplar_facts(const nlohmann::json& exemplar, Lang lang);
/// The portrait, the name that leads to the exemplar's page, the place.
Html exemplar_card(const std::string& slug, const std::string& name, const std::string& place, Lang lang);

}  // namespace guong::publishing
