// The board's list as a spreadsheet, joined to the author's routes in entry_routes().
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::entries {

std::span<const api::Route> export_routes();

}  // namespace guong::entries
