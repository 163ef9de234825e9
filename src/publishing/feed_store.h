// What the feeds and the map of the site list: contests that were opened, results and works that were
// published. SQL only.
#pragma once

#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/rules/rule_book.h"
#include "guong/store/store.h"

namespace guong::publishing {

struct FeedContest {
  ContestId id;
  std::string slug;
  rules::LocalText name;
  std::string host_unit;
  Timestamp opens, deadline;
  Timestamp opened_at;  // when it was made public
  Timestamp rules_at;   // when the rules in force were written
};
/// Those that were made public last come first.
std::vector<FeedContest> feed_contests(store::Reader& reader, int limit);

struct FeedResult {
  ContestId contest;
  std::string slug;
  rules::LocalText name;
  std::string host_unit;
  std::int64_t number = 1;
  std::string decision_number;
  Timestamp published_at;
  bool superseded = false;
};
/// The newest first; superseded ones too.
std::vector<FeedResult> feed_results(store::Reader& reader, int limit);

/// Changes whenever a contest is opened or amended or a result is published.
std::string feed_fingerprint(store::Reader& reader);

}  // namespace guong::publishing
