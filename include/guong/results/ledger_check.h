// What the ledger speaks of is compared with it: the rows of contests, entries, judging, results and roles
// with what its records told last; marks and texts with the records of their acts.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "guong/api/use_case_context.h"
#include "guong/store/ledger_reading.h"

namespace guong::results {

/// How far something long has come: what is being done, and how many per cent of it.
using TellProgress = std::function<void(std::string_view phase, int percent)>;

/// Where rows and records of one contest part.
store::Differences contest_differences(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                       const TellProgress& tell = {});
/// The same of the whole installation, and every opening against its commitment.
store::Differences all_differences(store::Reader& reader, const api::Keys& keys);

/// That rows and records of a contest agreed on a snapshot, and what must not have moved since.
struct Compared {
  ContestId contest;
  bool sqlite = true;
  std::string mark;               // store/row_mark.h, taken before the snapshot
  std::int64_t last_record = -1;  // of the contest, on the snapshot
};
/// Compares while others write, and runs `then` on the same snapshot. Error as require_ledger_agrees.
Compared compare_ahead(store::Store& store, const api::Keys& keys, ContestId contest,
                       const std::function<void(store::Reader&)>& then, const TellProgress& tell = {});
/// Whether all that was read on that snapshot is what stands now: nobody has gone past the program to the
/// rows since, and nothing was done in the contest.
bool still_stands(store::Tx& tx, const Compared& compared);

/// Before anything is computed or published. Error{conflict, "results.ledger_differs"} with the places, at most 50.
void require_ledger_agrees(store::Reader& reader, const api::Keys& keys, ContestId contest,
                           const TellProgress& tell = {});

/// The record after which rows are told anew: their digests are keyed.
inline constexpr std::string_view kKeyChanged = "installation.key_changed";
/// Whether a record tells of rows, under the key of today. What it told need not be readable any more.
bool rows_are_told(store::Reader& reader, const api::Keys& keys);
/// Tells of every row that the ledger is to answer for from now on: for rows of releases up to 0.3.0, of
/// which no record told.
void tell_all_rows(store::Tx& tx, const api::UseCaseContext& context);

}  // namespace guong::results
