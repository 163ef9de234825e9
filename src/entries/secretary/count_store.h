// How many entries there are: by state, category and field; by the day on which they came; by the unit of the
// exemplar. SQL only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::entries {

struct Count {
  std::string state, category, field;
  std::int64_t count = 0;
};
std::vector<Count> count_entries(store::Reader& reader, ContestId contest);

/// Entries that were submitted and count (drafts, and what was withdrawn, sent back or refused, are left out)
/// by the quarter of an hour, UTC, of their last submission: every time zone's days are made of whole ones.
std::map<Timestamp, std::int64_t> count_by_quarter(store::Reader& reader, ContestId contest);

struct UnitCount {
  UnitId unit;
  std::string name, short_name;
  std::int64_t count = 0;     // works about exemplars of the unit or of one below it
  bool has_children = false;  // there are units below it
};
/// The units directly below `parent` (invalid: those above which there is none) that exist on the date
/// "2026-05-01" or have works, by name; at most `limit`.
std::vector<UnitCount> count_by_unit(store::Reader& reader, ContestId contest, UnitId parent,
                                     const std::string& date, int limit);

struct UnitTotals {
  std::int64_t all = 0;        // works that count
  std::int64_t with_unit = 0;  // of these, those whose exemplar has a unit
  std::int64_t of_unit = 0;    // of these, those whose exemplar belongs to the very unit
};
UnitTotals unit_totals(store::Reader& reader, ContestId contest, UnitId unit);

}  // namespace guong::entries
