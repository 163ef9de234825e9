// What opens the ledger's commitments, salt and value sealed together: whoever has the salt can try out
// values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "guong/base/ids.h"
#include "guong/ledger/record.h"
#include "guong/store/store.h"

namespace guong::store {

/// The openings of a record by name. One that does not open (another key, bytes that were changed) is there
/// without a value; one that was forgotten is not there. Whether an opening fulfils its commitment is the
/// caller's to see.
using Openings = std::map<std::string, std::optional<ledger::Opening>>;
Openings find_openings(Reader& reader, std::string_view seal_key, std::int64_t seq);
/// Those of all records after one and up to another; of one contest, or of all; of two kinds, or of all.
struct OpeningRange {
  std::optional<ContestId> contest;
  std::int64_t after = -1, last = -1;
  std::optional<std::pair<std::string_view, std::string_view>> kinds = {};  // of a contest's
};
std::map<std::int64_t, Openings> find_openings(Reader& reader, std::string_view seal_key,
                                               const OpeningRange& range);

/// Seals some of the openings that were kept with their salts in clear, up to release 0.2.0. One that does
/// not open moves as it is, without its salt, and is found by whoever verifies. Nothing moved: all are done.
struct SealedOpenings {
  std::int64_t moved = 0, opened = 0;
};
SealedOpenings seal_old_openings(Tx& tx, std::string_view seal_key);

}  // namespace guong::store
