// What the public pages read of contests and rule books. SQL only; published results and works come from
// `results`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/rules/rule_book.h"
#include "guong/store/store.h"

namespace guong::publishing {

struct ContestRow {
  ContestId id;
  std::string slug;
  rules::LocalText name;
  std::string state;
  Timestamp opens, deadline;
  std::int64_t version = 0;
  Revision revision;
  std::string host_unit;
};

/// Contests of one state, those that close last first; at most `limit`.
std::vector<ContestRow> public_contests(store::Reader& reader, std::string_view state, int limit);
/// That are no drafts.
std::int64_t count_contests(store::Reader& reader);
std::optional<ContestRow> public_contest(store::Reader& reader, std::string_view slug);

struct RuleBookRow {
  std::int64_t version = 0;
  std::string document, reason, decision_number;
  Timestamp created_at;
};
/// Every version, the newest first.
std::vector<RuleBookRow> rule_book_versions(store::Reader& reader, ContestId contest);

/// Changes whenever the list of contests, or the name of a host, does.
std::string contests_fingerprint(store::Reader& reader);
/// Changes whenever the list of contests or any published result does, or a work's picture is ready.
std::string site_fingerprint(store::Reader& reader);
/// Changes whenever a contest, its rules, its published results or the name of its host do; empty when there is
/// no such contest.
std::string contest_fingerprint(store::Reader& reader, std::string_view slug);
/// The same, and whenever the picture of a work of the contest is ready.
std::string results_fingerprint(store::Reader& reader, std::string_view slug);
/// Changes whenever the work is published again, or any other is that the page may lead to, or a picture is
/// ready; empty when there is no such work.
std::string work_fingerprint(store::Reader& reader, std::string_view slug);

}  // namespace guong::publishing
