// What ties a results file to the log, as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "guong/standings/results_file.h"

namespace guong::standings {

/// All but the elements of `records`.
nlohmann::json ledger_json(const LedgerSeal& seal, std::int64_t v);

}  // namespace guong::standings
