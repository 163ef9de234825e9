// What is new, for programs that read it: contests and published results as Atom 1.0 and JSON Feed 1.1, in
// Vietnamese. An item's id is its address and never changes.
#pragma once

#include <string>

#include "publishing/page_cache.h"

namespace guong::publishing {

PageSource atom_feed(const std::string& base_url);
PageSource json_feed(const std::string& base_url);

}  // namespace guong::publishing
