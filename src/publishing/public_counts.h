// How many works came in, where the rule book makes it public: by field and by the type of the exemplar's
// unit. Numbers are taken at most once in ten minutes, whoever looks however often: two looks must not tell
// when a single work arrived.
#pragma once

#include "guong/base/held_counts.h"
#include "guong/base/messages.h"
#include "guong/rules/rule_book.h"
#include "publishing/counts_store.h"
#include "publishing/html.h"

namespace guong::publishing {

/// By contest.
class CountsCache : public HeldCounts<ContestId, WorkCounts> {};
using CountsTaken = CountsCache::Held;

/// A section with a table of fields and one of types of units, each with bars.
Html counts_html(const rules::RuleBook& rules, const CountsTaken& taken, Lang lang);

}  // namespace guong::publishing
