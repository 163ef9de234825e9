// Kinds of this module's jobs. The payload of each is the contest's number.
#pragma once

#include <string_view>

namespace guong::judging {

inline constexpr std::string_view kCountConflictsJob = "count_conflicts";
/// Enqueued by migration 0004 for rounds that were open before works kept whether they need an extra judge.
inline constexpr std::string_view kUpdateExtraNeededJob = "update_extra_needed";

}  // namespace guong::judging
