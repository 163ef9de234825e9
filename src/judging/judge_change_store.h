// Rows of judge_unit_request, and which interests wait for the head. SQL only.
#pragma once

#include "guong/judging/judge_change.h"

namespace guong::judging {

JudgeUnit load_judge_unit(store::Reader& reader, ContestId contest, AccountId judge);
/// Another request of the same judge takes the place of the one before.
void insert_unit_request(store::Tx& tx, ContestId contest, AccountId judge, std::optional<UnitId> unit,
                         Timestamp now);
/// Nothing when there is none; otherwise the unit asked for, which may be none.
std::optional<std::optional<UnitId>> take_unit_request(store::Tx& tx, ContestId contest, AccountId judge);
/// `ending`: decided or kept. Gives how many waited.
std::int64_t end_waiting(store::Tx& tx, ContestId contest, AccountId judge, std::string_view ending);
std::vector<JudgeChange> load_judge_changes(store::Reader& reader, ContestId contest);
bool known_unit(store::Reader& reader, UnitId unit);

}  // namespace guong::judging
