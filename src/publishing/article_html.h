// Articles of a document as HTML: a section each, with its title as a heading of the second level, and the
// list that leads to them.
#pragma once

#include <vector>

#include "guong/documents/document.h"
#include "publishing/html.h"

namespace guong::publishing {

Html articles_html(const std::vector<documents::Article>& articles);
/// A link to each article, as items of a list.
Html article_links(const std::vector<documents::Article>& articles);
/// One such item.
Html link_item(const std::string& id, const std::string& title);

}  // namespace guong::publishing
