// A contest's results, from the documents that were frozen at publication.
#pragma once

#include <string>

#include "publishing/page.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

/// Empty when nothing is published: the route answers 404.
PageSource results_page(Lang lang, const std::string& base_url, const std::string& slug);

}  // namespace guong::publishing
