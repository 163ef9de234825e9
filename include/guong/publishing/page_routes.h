// The public pages and the published works as JSON.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::publishing {

const std::vector<api::Route>& page_routes();

}  // namespace guong::publishing
