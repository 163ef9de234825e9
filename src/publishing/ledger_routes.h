// The public log: what anybody may fetch, mirror and check.
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::publishing {

std::span<const api::Route> ledger_routes();

}  // namespace guong::publishing
