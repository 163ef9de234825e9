// Pictures that the service draws, as the page cache keeps them. Only of what is public: a work, an exemplar
// or a contest that is not has none.
#pragma once

#include <string>

#include "publishing/page_cache.h"

namespace guong::publishing {

/// Pictures for sharing are large and seldom asked for: fewer are kept than pages.
struct SharePictures : PageCache {
  SharePictures() : PageCache(256) {}
};

PageSource contest_cover(const std::string& slug);
PageSource work_cover(const std::string& slug);
PageSource exemplar_portrait(const std::string& slug);
/// `rank` as it stands in an address.
PageSource medal(const std::string& rank);

/// With the title, for whoever passes a page on. `SharePictures` keeps them.
PageSource home_share();
PageSource contest_share(const std::string& slug);
PageSource work_share(const std::string& slug);
PageSource exemplar_share(const std::string& slug);

}  // namespace guong::publishing
