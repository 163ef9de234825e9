// A contest's page with its rules.
#pragma once

#include <string>

#include "publishing/page.h"
#include "publishing/page_cache.h"
#include "publishing/public_counts.h"

namespace guong::publishing {

/// Makes an empty page when there is no such contest: the route answers 404. `counts` outlives the source.
PageSource contest_page(Lang lang, const std::string& base_url, Timestamp now, const std::string& slug,
                        CountsCache& counts);

}  // namespace guong::publishing
