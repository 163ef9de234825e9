// Finding published works: the list and the search, and the map of the site for search engines.
#pragma once

#include <string>

#include "guong/base/messages.h"
#include "guong/results/public_search.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

/// As an address asks; what cannot be is taken as not asked for.
struct Search {
  std::string text, field, unit, prize, year, contest;  // the contest by its slug
  results::WorkCursor after;
};
/// All works where nothing is asked for. Not kept: there are as many pages as there are things to ask.
std::string search_page(store::Reader& reader, Lang lang, const std::string& base_url, const Search& search);

PageSource sitemap(const std::string& base_url);
std::string robots_text(const std::string& base_url);

}  // namespace guong::publishing
