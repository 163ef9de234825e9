// A rule book written out before it is in force, as its authors see it.
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::publishing {

std::span<const api::Route> rules_routes();

}  // namespace guong::publishing
