// Contests on lists: which take entries now, what they are, when they close.
#pragma once

#include "guong/rules/rule_book.h"
#include "publishing/html.h"
#include "publishing/public_store.h"

namespace guong::publishing {

/// Whether entries are taken at this moment.
bool takes_entries(const ContestRow& contest, Timestamp now);

/// Public contests by where they stand, at most 50 each.
struct ContestLists {
  std::vector<ContestRow> open, upcoming, judging, published;
};
ContestLists contest_lists(store::Reader& reader, Timestamp now);

/// A contest that takes entries: the ring of time left, what one can win, the way in.
Html open_contest_cards(store::Reader& reader, const std::vector<ContestRow>& contests, Lang lang,
                        Timestamp now);
/// Any contests: name, host, what comes next.
Html contest_cards(store::Reader& reader, const std::vector<ContestRow>& contests, Lang lang, Timestamp now);

/// When something that the clock alone moves on stands wrong on a page that shows these contests.
Timestamp shown_until(const std::vector<ContestRow>& contests, Timestamp now);

/// The first of the ranked prizes; null when there is none.
const rules::Prize* first_prize(const rules::RuleBook& rules);
/// Where one enters.
std::string enter_path(const ContestRow& contest);

}  // namespace guong::publishing
