// Panels: which judges mark which categories in a round. Use cases check the right, work in the transaction
// they are given and record what they did. Any thread.
#pragma once

#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/store/store.h"

namespace guong::judging {

/// What an organiser writes.
struct PanelDraft {
  std::string name;
  int round = 1;
  std::vector<std::string> categories;
  std::vector<AccountId> members;
};

struct Panel {
  PanelId id;
  int round = 1;
  std::string name;
  std::vector<std::string> categories;
  std::vector<AccountId> members;
  Timestamp created_at;
  Revision revision;
};

/// Error{invalid} with every fault: unknown round or category, a member who is not a judge of the contest.
PanelId create_panel(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                     const PanelDraft& draft);
/// Error{conflict, "judging.member_has_work"} when somebody would leave who still has works of the round.
Revision update_panel(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, PanelId panel,
                      const PanelDraft& draft, Revision expected);
void delete_panel(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, PanelId panel);

/// Two queries, however many panels. Ordered by round, then id.
std::vector<Panel> list_panels(store::Reader& reader, ContestId contest);
/// Error{not_found} when the contest has no such panel.
Panel find_panel(store::Reader& reader, ContestId contest, PanelId panel);

}  // namespace guong::judging
