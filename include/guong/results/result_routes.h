// All routes of results: computing, joining, awards, approval, publication, and the public results file.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::results {

const std::vector<api::Route>& result_routes();

}  // namespace guong::results
