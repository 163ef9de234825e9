// What helps who reads a work: the size of its letters, listening, passing it on, the works beside it.
#pragma once

#include <string>

#include "guong/base/messages.h"
#include "guong/results/published.h"
#include "publishing/html.h"

namespace guong::publishing {

/// The tools beside the text. Those that need a script are hidden until it has run.
Html reading_tools(Lang lang);
/// Where the way to pass it on leads without a script: the address to copy, a letter with it.
Html share_part(const std::string& title, const std::string& address, Lang lang);
/// The work before and the one after, of the same contest.
Html works_beside_html(const results::WorksBeside& beside, Lang lang);

}  // namespace guong::publishing
