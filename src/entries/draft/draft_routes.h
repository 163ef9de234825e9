// The author's routes, joined to the desk's in entry_routes().
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::entries {

std::span<const api::Route> draft_routes();
std::span<const api::Route> co_author_routes();

}  // namespace guong::entries
