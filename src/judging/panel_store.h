// Rows of panels and their members. SQL only.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "guong/judging/panel.h"

namespace guong::judging {

void insert_panel(store::Tx& tx, ContestId contest, const Panel& panel);
/// 0 when the revision is another by now.
std::int64_t update_panel_row(store::Tx& tx, const Panel& panel, Revision expected);
void insert_members(store::Tx& tx, PanelId panel, const std::vector<AccountId>& members);
void delete_members(store::Tx& tx, PanelId panel);
void delete_panel_row(store::Tx& tx, PanelId panel);
std::vector<Panel> load_panels(store::Reader& reader, ContestId contest);

/// Somebody who holds the role judge on the contest now.
struct ContestJudge {
  AccountId id;
  std::string name;
  std::optional<UnitId> unit;         // when appointed, or as the head has confirmed since
  std::optional<UnitId> member_unit;  // that had confirmed them when appointed
};
/// One query; by id.
std::vector<ContestJudge> contest_judges(store::Reader& reader, ContestId contest, Timestamp now);
/// For each judge the unit above and the units below the judge's own ones.
std::map<AccountId, std::vector<UnitId>> neighbour_units(store::Reader& reader, ContestId contest);

}  // namespace guong::judging
