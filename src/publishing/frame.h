// What stands above and below every public page.
#pragma once

#include "publishing/page.h"

namespace guong::publishing {

/// The mark, the ways through the site, search, the other language, signing in.
Html page_top(const Page& page);
/// What the site is, its ways again, help, what one can follow.
Html page_foot(const Page& page);

}  // namespace guong::publishing
