// Which rows of results the ledger answers for. SQL only.
#pragma once

#include <span>

#include "guong/api/use_case_context.h"
#include "guong/store/kept_rows.h"

namespace guong::results {

/// Of a result: what records of its steps say. Of a publication: its file and the works that everybody may read.
std::span<const store::KeptTable> result_tables();
std::span<const store::KeptTable> publication_tables();

}  // namespace guong::results
