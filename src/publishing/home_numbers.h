// What the home page counts: works by field and by place, and all of it in a few numbers.
#pragma once

#include "publishing/html.h"
#include "publishing/page.h"

namespace guong::publishing {

Html works_by_field_and_place(store::Reader& reader, Lang lang);
/// Nothing before the first work is published.
Html numbers_of_all(store::Reader& reader, Lang lang);

}  // namespace guong::publishing
