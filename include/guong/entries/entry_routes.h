// The routes of this module: the author's and the secretary's in one table, uploads in another.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::entries {

const std::vector<api::Route>& entry_routes();
const std::vector<api::Route>& upload_routes();

}  // namespace guong::entries
