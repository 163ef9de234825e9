// The inspector's lists and dossier.
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::results {

std::span<const api::Route> inspection_routes();

}  // namespace guong::results
