// The desks' files, out of the program itself: below /app/, hashed names for ever, everything else by ETag;
// an address of the application that is no file gets its page.
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::app {

std::span<const api::Route> asset_routes();

}  // namespace guong::app
