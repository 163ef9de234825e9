// The home page and the list of all contests.
#pragma once

#include "publishing/page.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

PageSource home_page(Lang lang, const std::string& base_url, Timestamp now);
PageSource contests_page(Lang lang, const std::string& base_url, Timestamp now);

}  // namespace guong::publishing
