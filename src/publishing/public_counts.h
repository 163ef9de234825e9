// How many works came in, where the rule book makes it public: by field and by the type of the exemplar's
// unit. Numbers are taken at most once in ten minutes, whoever looks however often: two looks must not tell
// when a single work arrived.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "guong/base/messages.h"
#include "guong/rules/rule_book.h"
#include "publishing/counts_store.h"
#include "publishing/html.h"

namespace guong::publishing {

inline constexpr Duration kCountsHold = minutes(10);

struct CountsTaken {
  WorkCounts counts;
  Timestamp at, until;  // when they were taken, and when they are taken again
};

class CountsCache {
 public:
  /// `store_id` keeps installations of one process apart. Any thread.
  CountsTaken get(store::Reader& reader, std::uintptr_t store_id, ContestId contest, Timestamp now);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::uintptr_t, ContestId>, CountsTaken> taken_;
};

/// A section with a table of fields and one of types of units, each with bars.
Html counts_html(const rules::RuleBook& rules, const CountsTaken& taken, Lang lang);

}  // namespace guong::publishing
