// Routes of the tree of units.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::units {

const std::vector<api::Route>& unit_routes();

}  // namespace guong::units
