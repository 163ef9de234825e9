// Routes of contests and their rule books.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::contests {

const std::vector<api::Route>& contest_routes();

}  // namespace guong::contests
