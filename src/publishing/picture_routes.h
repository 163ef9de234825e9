// Routes of the pictures that the service draws.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::publishing {

std::vector<api::Route> picture_routes();

}  // namespace guong::publishing
