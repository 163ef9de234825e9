// What each role may see of judging, as JSON. Nothing here knows an author: no argument has one.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "guong/entries/judging_view.h"
#include "guong/judging/assignment.h"
#include "guong/judging/desk.h"
#include "guong/judging/flag.h"
#include "guong/judging/interest.h"
#include "guong/judging/jury.h"
#include "guong/judging/panel.h"
#include "guong/judging/progress.h"
#include "guong/judging/round.h"
#include "guong/rules/rule_book.h"
#include "judging/assignment_store.h"

namespace guong::judging {

using Names = std::map<AccountId, std::string>;

nlohmann::json panel_json(const Panel& panel, const Names& names);
nlohmann::json round_json(const RoundStatus& status, const rules::Round& rules);
nlohmann::json terms_json(const Terms& terms);
nlohmann::json conflicts_json(const ConflictCounts& counts);
/// One code with its judges; `rows` are that code's.
nlohmann::json staffing_json(const RoundEntry& entry, const std::vector<AssignmentRow>& rows);
nlohmann::json missing_card_json(const MissingCard& card);
nlohmann::json progress_json(const Progress& progress);
/// Totals are rounded to two places: for display only, scoring uses exact ones.
nlohmann::json jury_json(const Jury& jury);
nlohmann::json judging_contest_json(const JudgingContest& contest);
nlohmann::json desk_item_json(const DeskItem& item);
nlohmann::json raised_flag_json(const RaisedFlag& raised);
nlohmann::json work_json(const DeskWork& own, const entries::AnonymousWork& work, const rules::Round& rules);

}  // namespace guong::judging
