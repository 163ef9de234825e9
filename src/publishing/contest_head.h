// What stands above the rules on a contest's page: who asks, until when, what one can win, how one enters.
#pragma once

#include "guong/publishing/host.h"
#include "guong/rules/rule_book.h"
#include "publishing/html.h"
#include "publishing/public_store.h"

namespace guong::publishing {

/// The cover, the host, the name, one line of what it is, and the ticket with the way in.
Html contest_head(const Host& host, const ContestRow& contest, const rules::RuleBook& rules, Lang lang,
                  Timestamp now);
/// How to enter, in three steps; nothing when no entries are taken.
Html entering_steps(const ContestRow& contest, Lang lang, Timestamp now);
Html calendar_line(const rules::Calendar& calendar, Lang lang, Timestamp now);
/// When the clock alone makes it untrue.
Timestamp calendar_true_until(const rules::Calendar& calendar, Timestamp now);
Html prize_list(const rules::RuleBook& rules, Lang lang);
/// On a phone, the way in that stays in sight; nothing when no entries are taken.
Html entry_bar(const ContestRow& contest, Lang lang, Timestamp now);

}  // namespace guong::publishing
