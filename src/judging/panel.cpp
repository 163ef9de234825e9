// Panels: which judges mark which categories in which round.
#include "guong/judging/panel.h"

#include <algorithm>
#include <set>

#include "guong/api/record.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/judging/round.h"
#include "judging/assignment_store.h"
#include "judging/kept_rows_store.h"
#include "judging/panel_store.h"

namespace guong::judging {
namespace {

std::string item(std::string_view list, std::size_t index) {
  return "/" + std::string(list) + "/" + std::to_string(index);
}

std::vector<Fault> panel_faults(const rules::RuleBook& rules, const std::vector<ContestJudge>& judges,
                                const PanelDraft& draft) {
  std::vector<Fault> faults;
  if (draft.round < 1 || draft.round > static_cast<int>(rules.rounds.size()))
    faults.push_back({"/round", "judging.round_unknown", {{"count", std::to_string(rules.rounds.size())}}});
  if (draft.categories.empty()) faults.push_back({"/categories", "judging.panel_without_category", {}});
  std::set<std::string> categories;
  for (std::size_t i = 0; i < draft.categories.size(); ++i) {
    const auto& category = draft.categories[i];
    if (!rules::find_category(rules, category))
      faults.push_back({item("categories", i), "judging.category_unknown", {{"category", category}}});
    if (!categories.insert(category).second)
      faults.push_back({item("categories", i), "judging.listed_twice", {}});
  }
  if (draft.members.empty()) faults.push_back({"/members", "judging.panel_without_member", {}});
  std::set<AccountId> members;
  for (std::size_t i = 0; i < draft.members.size(); ++i) {
    const auto member = draft.members[i];
    if (std::ranges::find(judges, member, &ContestJudge::id) == judges.end())
      faults.push_back({item("members", i), "judging.member_not_judge", {}});
    if (!members.insert(member).second) faults.push_back({item("members", i), "judging.listed_twice", {}});
  }
  return faults;
}

void check(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
           const PanelDraft& draft) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto rules = contests::contest_rules(reader, contest);
  refuse_if_any(panel_faults(*rules, contest_judges(reader, contest, context.now), draft));
  if (round_state(reader, contest, draft.round) == RoundState::locked)
    throw Error(ErrorKind::conflict, "judging.round_locked", {{"round", std::to_string(draft.round)}});
}

/// Who leaves a panel, or belongs to one that goes, may have no work left in its round.
void refuse_members_with_work(store::Reader& reader, ContestId contest, const Panel& panel,
                              const PanelDraft& draft) {
  for (const auto member : panel.members) {
    const bool stays = panel.round == draft.round && std::ranges::count(draft.members, member) > 0;
    if (!stays && has_work(reader, contest, panel.round, member))
      throw Error(ErrorKind::conflict, "judging.member_has_work", {{"round", std::to_string(panel.round)}});
  }
}

void record_panel(store::Tx& tx, const api::UseCaseContext& context, std::string kind, ContestId contest,
                  PanelId id, const PanelDraft& draft) {
  std::string members;
  for (const auto member : draft.members) members += (members.empty() ? "" : " ") + id_text(member);
  api::record(
      tx, context, std::move(kind), contest, {{"panel", id_text(id)}, {"round", std::to_string(draft.round)}},
      {{"members", members}, {std::string(store::kRowsTold), panel_rows(tx, context.keys, contest, id)}});
}

}  // namespace

PanelId create_panel(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                     const PanelDraft& draft) {
  check(tx, context, contest, draft);
  const auto id = context.random.id<PanelId>();
  insert_panel(tx, contest, {id, draft.round, draft.name, draft.categories, draft.members, context.now, {1}});
  insert_members(tx, id, draft.members);
  record_panel(tx, context, "panel.made", contest, id, draft);
  return id;
}

Revision update_panel(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, PanelId id,
                      const PanelDraft& draft, Revision expected) {
  check(tx, context, contest, draft);
  auto panel = find_panel(tx, contest, id);
  if (panel.revision != expected) throw Error(ErrorKind::stale, "base.stale");
  refuse_members_with_work(tx, contest, panel, draft);
  panel.round = draft.round;
  panel.name = draft.name;
  panel.categories = draft.categories;
  if (update_panel_row(tx, panel, expected) == 0) throw Error(ErrorKind::stale, "base.stale");
  delete_members(tx, id);
  insert_members(tx, id, draft.members);
  record_panel(tx, context, "panel.changed", contest, id, draft);
  return {expected.value + 1};
}

void delete_panel(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, PanelId id) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto panel = find_panel(tx, contest, id);
  PanelDraft nobody;
  nobody.round = panel.round;
  refuse_members_with_work(tx, contest, panel, nobody);
  delete_members(tx, id);
  delete_panel_row(tx, id);
  record_panel(tx, context, "panel.removed", contest, id, nobody);
}

std::vector<Panel> list_panels(store::Reader& reader, ContestId contest) {
  return load_panels(reader, contest);
}

Panel find_panel(store::Reader& reader, ContestId contest, PanelId id) {
  auto panels = load_panels(reader, contest);
  const auto found = std::ranges::find(panels, id, &Panel::id);
  if (found == panels.end()) throw Error::not_found();
  return std::move(*found);
}

}  // namespace guong::judging
