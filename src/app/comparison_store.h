// The one row of ledger_comparison, and the rows of ledger_finding. SQL only.
#pragma once

#include "app/comparison.h"

namespace guong::app {

void put_comparison(store::Tx& tx, const Comparison& comparison);
/// Keeps these and forgets all others; gives those that were not there before.
std::vector<Finding> keep_findings(store::Tx& tx, const std::vector<Finding>& findings, Timestamp now);

}  // namespace guong::app
