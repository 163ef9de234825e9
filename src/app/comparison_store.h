// The one row of ledger_comparison. SQL only.
#pragma once

#include "app/comparison.h"

namespace guong::app {

void put_comparison(store::Tx& tx, const Comparison& comparison);

}  // namespace guong::app
