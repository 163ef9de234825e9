// Where published works come from, as tiles that lie as on a map, with the same numbers as a table.
#pragma once

#include "publishing/html.h"
#include "publishing/page.h"

namespace guong::publishing {

/// Nothing while no work's unit or place is known.
Html place_map(store::Reader& reader, Lang lang);

}  // namespace guong::publishing
