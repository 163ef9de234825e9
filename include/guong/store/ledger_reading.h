// The ledger as whoever has the keys reads it: records with the private values that they commit to. What stands in the
// tables is held against it (kept_rows.h, and the modules' own looks at marks and texts).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/error.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::store {

struct Told {
  std::int64_t seq = 0;
  std::string kind;
  Timestamp time;
  std::optional<ContestId> contest;
  std::map<std::string, std::string> data, secret;

  /// Empty when the record does not say.
  std::string said(const std::string& name) const;
};

/// Where the tables and the ledger part: place and sentence.
using Differences = std::vector<Fault>;

/// Every record in order; of one contest, or of all. One that cannot be read, or an opening that does not fulfil its
/// commitment or is not there, is a difference, and is told without that value.
void each_told(Reader& reader, std::string_view seal_key, std::optional<ContestId> contest,
               Differences& differences, const std::function<void(const Told&)>& f);

}  // namespace guong::store
