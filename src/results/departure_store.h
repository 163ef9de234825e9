// Rows of decisions on prizes that the rule book leaves to people. SQL only.
#pragma once

#include <vector>

#include "results/awards.h"

namespace guong::results {

/// In the order in which they were made.
std::vector<Decided> load_departures(store::Reader& reader, ResultId result);
/// Puts these in the place of all.
void replace_departures(store::Tx& tx, ResultId result, const std::vector<Decided>& departures);

}  // namespace guong::results
