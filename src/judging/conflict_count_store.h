// Rows of counted conflicts. SQL only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::judging {

struct ConflictCheck {
  std::string facts;  // a hash of what was counted
  Timestamp counted_at;
};
/// Of the last count; nothing before the first.
std::optional<ConflictCheck> load_conflict_check(store::Reader& reader, ContestId contest);

struct ConflictCountRow {
  AccountId judge;
  std::string kind;
  std::int64_t works = 0;
};
/// By judge, then kind.
std::vector<ConflictCountRow> load_conflict_counts(store::Reader& reader, ContestId contest);
void replace_conflict_counts(store::Tx& tx, ContestId contest, const std::string& facts,
                             const std::vector<ConflictCountRow>& rows, Timestamp now);
/// Contests in which somebody is or was a judge.
std::vector<ContestId> contests_with_judges(store::Reader& reader);

}  // namespace guong::judging
