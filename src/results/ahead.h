// What steps of a result read and compute before their transactions, on a snapshot on which rows and records
// agree: in a contest of many works that takes seconds, and whoever writes would wait for it.
#pragma once

#include <memory>
#include <optional>

#include "guong/results/ledger_check.h"
#include "results/awards.h"
#include "results/publication_file.h"
#include "results/steps.h"

namespace guong::results {

struct Ahead {
  Compared compared;
  ResultId result;               // whose step; none: of a new one
  Result fresh;                  // computing: a result of which only the ranking is known
  RankedBy ranked;               // deciding ties, joining
  std::optional<Prizes> prizes;  // the steps after
  FileStore files;               // publishing
  std::optional<PreparedFile> file;
};

bool stands_for(store::Tx& tx, const ReadAhead& ahead, ContestId contest, ResultId result = {});

/// In the transaction of a step: what was read ahead, or what is read and compared now. Rows and records
/// agree.
RankedBy ranked_ground(store::Tx& tx, const api::UseCaseContext& context, const Result& result,
                       const ReadAhead& ahead);
/// The same with prizes, and what was decided about them. For all but `adjust` cards and rule book are those
/// that were ranked; for approving and publishing the awards are those that follow from them, too.
ReadAhead prize_ground(store::Tx& tx, const api::UseCaseContext& context, const Result& result,
                       ResultAction action, const ReadAhead& ahead);

}  // namespace guong::results
