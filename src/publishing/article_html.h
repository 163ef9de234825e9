// Articles of a document as HTML: a section each, with its title as a heading of the second level.
#pragma once

#include <vector>

#include "guong/documents/document.h"
#include "publishing/html.h"

namespace guong::publishing {

Html articles_html(const std::vector<documents::Article>& articles);

}  // namespace guong::publishing
