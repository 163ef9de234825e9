// A contest's results and one published work, from the documents that were frozen at publication.
#pragma once

#include <string>

#include "publishing/page.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

/// Empty pages when there is nothing published: the route answers 404.
PageSource results_page(Lang lang, const std::string& base_url, const std::string& slug);
PageSource work_page(Lang lang, const std::string& base_url, const std::string& slug);

}  // namespace guong::publishing
