// The answers that are kept for creating requests that come again, for a change of the installation's key.
#pragma once

#include <vector>

#include "guong/store/resealing.h"

namespace guong::api {

std::vector<store::SealedColumn> sealed_columns();

}  // namespace guong::api
