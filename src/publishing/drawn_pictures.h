// Pictures that the service draws, as the page cache keeps them. Only of what is public: a work, an exemplar or a contest
// that is not has none.
#pragma once

#include <string>

#include "publishing/page_cache.h"

namespace guong::publishing {

PageSource contest_cover(const std::string& slug);
PageSource work_cover(const std::string& slug);
PageSource exemplar_portrait(const std::string& slug);
/// `rank` as it stands in an address.
PageSource medal(const std::string& rank);

}  // namespace guong::publishing
