// The administrator's view of the installation as routes.
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::app {

std::span<const api::Route> installation_routes();

}  // namespace guong::app
