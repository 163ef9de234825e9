// The public pages and the published works as JSON.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::publishing {

const std::vector<api::Route>& page_routes();

/// What somebody sees who follows an address that leads nowhere.
http::Response no_page(const api::Services& services, const http::Request& request);

}  // namespace guong::publishing
