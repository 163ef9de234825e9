// All routes of panels, rounds, assignments, the judge's desk and progress.
#pragma once

#include <vector>

#include "guong/api/route.h"

namespace guong::judging {

const std::vector<api::Route>& judging_routes();

}  // namespace guong::judging
