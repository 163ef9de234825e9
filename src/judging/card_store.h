// The desk's rows: one judge's assignments and cards. SQL only; few statements, for this is the most read
// page while judging.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/judging/desk.h"

namespace guong::judging {

struct OwnWorkRow {
  DeskWork work;
  bool terms_accepted = false;
};
/// The active assignment for a code in the latest round that has one; one query.
std::optional<OwnWorkRow> load_own_work(store::Reader& reader, AccountId judge, ContestId contest,
                                        std::string_view code);
std::vector<DeskItem> load_own_works(store::Reader& reader, AccountId judge, ContestId contest,
                                     const DeskCursor& after, int limit);
std::vector<JudgingContest> load_judging_contests(store::Reader& reader, AccountId judge, Timestamp now);

/// 0 rows changed: the revision is another by now, or the card is handed in.
std::int64_t insert_card(store::Tx& tx, AssignmentId assignment, const CardDraft& draft, Timestamp now);
std::int64_t update_card(store::Tx& tx, AssignmentId assignment, const CardDraft& draft, Timestamp now,
                         Revision expected);
std::int64_t mark_submitted(store::Tx& tx, AssignmentId assignment, Timestamp now, Revision expected);
/// Which record of the ledger tells of the card as it was handed in last; nothing before release 0.3.
void keep_card_record(store::Tx& tx, AssignmentId assignment, std::int64_t seq);
std::optional<std::int64_t> card_record(store::Reader& reader, AssignmentId assignment);

std::int64_t mark_reopened(store::Tx& tx, AssignmentId assignment, std::string_view reason, Timestamp now);

}  // namespace guong::judging
