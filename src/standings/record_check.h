// The records of the acts that a results file rests on, held against the file: rule book, cards, ties,
// decisions, steps.
#pragma once

#include <vector>

#include "guong/base/error.h"
#include "guong/ledger/checkpoint.h"
#include "guong/standings/results_file.h"

namespace guong::standings {

/// How many records of what were found to say what the file says.
struct CheckedRecords {
  int cards = 0, decisions = 0;
};
CheckedRecords check_records(const ResultsFile& file, const ledger::Checkpoint& head,
                             const std::string& ranking_sha256, std::vector<Fault>& out);

}  // namespace guong::standings
