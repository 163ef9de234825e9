// What stands sealed under seal.key itself, over all modules: a change of the key seals it anew.
#pragma once

#include <vector>

#include "guong/store/resealing.h"

namespace guong::app {

std::vector<store::SealedColumn> all_sealed_columns();

}  // namespace guong::app
