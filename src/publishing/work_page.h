// The page of one published work, from the document that was frozen at publication.
#pragma once

#include <string>

#include "publishing/page.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

/// Empty when there is nothing published: the route answers 404.
PageSource work_page(Lang lang, const std::string& base_url, const std::string& slug);

}  // namespace guong::publishing
