// The host's identity as routes: reading is open to all, changing is the administrator's.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::publishing {

std::vector<api::Route> host_routes();

}  // namespace guong::publishing
