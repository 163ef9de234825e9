// What records of judging are to say of the rows that their acts left. SQL only.
#pragma once

#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/judging/kept_rows.h"

namespace guong::judging {

/// The assignment without its card: a card is told when it is handed in or opened again, and by nothing else.
std::string assignment_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                            AssignmentId assignment);
std::string card_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                      AssignmentId assignment);
/// Those that were drawn.
std::string drawn_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                       const std::vector<AssignmentId>& drawn);
std::string flag_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, AssignmentId flagged);
/// State of the round, and its works.
std::string round_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, int round);
/// All rounds that have a row.
std::string rounds_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, int count);
std::string panel_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, PanelId panel);
/// A judge's terms, interests and waivers.
std::string judge_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, AccountId judge);

}  // namespace guong::judging
