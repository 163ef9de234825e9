// How many works a contest has received, from what is tallied with every change. SQL only.
#pragma once

#include <map>
#include <string>

#include "guong/base/ids.h"
#include "guong/store/store.h"

namespace guong::publishing {

/// Works that were submitted and count: drafts, and what was withdrawn, sent back or refused, are left out.
struct WorkCounts {
  std::int64_t total = 0;
  std::map<std::string, std::int64_t> by_field;  // by the field's id
  // of the exemplar's unit; works without one are in the total only
  std::map<std::string, std::int64_t> by_unit_type;
};
WorkCounts count_works(store::Reader& reader, ContestId contest);

}  // namespace guong::publishing
