// What stands above and below every public page.
#pragma once

#include "publishing/page.h"

namespace guong::publishing {

/// The mark (the host's emblem, where it has one), the ways through the site, search, the other language, signing in.
Html page_top(const Page& page, const Host& host);
/// What the site is, its ways again, help, what one can follow, where the host can be reached.
Html page_foot(const Page& page, const Host& host);

}  // namespace guong::publishing
