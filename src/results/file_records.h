// The records that a results file carries: of its rule book, of each card, of each decision and step.
#pragma once

#include "guong/api/use_case_context.h"
#include "guong/standings/results_file.h"
#include "results/documents.h"

namespace guong::results {

struct FileRecords {
  std::vector<std::int64_t> seqs;   // in the order of the log
  standings::OpenedRecords opened;  // read from the log when asked for: as long as the reader is there
};

/// Nothing when one is not to be had (cards of which the ledger has no opening): then the file is one of version 3.
std::optional<FileRecords> records_of_file(store::Reader& reader, const api::Keys& keys,
                                           const standings::ResultsFile& file);

}  // namespace guong::results
