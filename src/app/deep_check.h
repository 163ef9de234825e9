// Everything that the ledger speaks of, held against it: `guong ledger verify --deep`, and every night.
#pragma once

#include "guong/api/use_case_context.h"
#include "guong/store/blobs.h"
#include "guong/store/ledger_reading.h"

namespace guong::app {

/// The log and its signatures, openings, rows, published files, invariants, files. Each difference with its place; none
/// when all is as the ledger says. On one snapshot; reads every file.
store::Differences deep_differences(store::Store& store, const store::Blobs& blobs, const api::Keys& keys);

}  // namespace guong::app
