// SQL of panels, and of the contest's judges with the units next to theirs for the conflict check.
#include "judging/panel_store.h"

#include "judging/lines.h"

namespace guong::judging {

void insert_panel(store::Tx& tx, ContestId contest, const Panel& panel) {
  tx.exec(R"(insert into panel (id, contest_id, round, name, categories, created_at, revision)
values ($1, $2, $3, $4, $5, $6, 1))",
          {panel.id, contest, panel.round, panel.name, join_lines(panel.categories), panel.created_at});
}

std::int64_t update_panel_row(store::Tx& tx, const Panel& panel, Revision expected) {
  return tx.exec(R"(update panel set round = $3, name = $4, categories = $5, revision = revision + 1
where id = $1 and revision = $2)",
                 {panel.id, expected, panel.round, panel.name, join_lines(panel.categories)});
}

void insert_members(store::Tx& tx, PanelId panel, const std::vector<AccountId>& members) {
  for (const auto member : members)
    tx.exec(R"(insert into panel_member (panel_id, account_id) values ($1, $2))", {panel, member});
}

void delete_members(store::Tx& tx, PanelId panel) {
  tx.exec(R"(delete from panel_member where panel_id = $1)", {panel});
}

void delete_panel_row(store::Tx& tx, PanelId panel) {
  tx.exec(R"(delete from panel where id = $1)", {panel});
}

std::vector<Panel> load_panels(store::Reader& reader, ContestId contest) {
  auto panels = reader.all(
      R"(select id, round, name, categories, created_at, revision
from panel
where contest_id = $1
order by round, id)",
      {contest}, [](const store::Row& row) {
        return Panel{row.id<PanelId>(0),
                     static_cast<int>(row.i64(1)),
                     row.text(2),
                     split_lines(row.text(3)),
                     {},
                     row.time(4),
                     row.revision(5)};
      });
  const auto members = reader.all(
      R"(select p.round, p.id, m.account_id
from panel p
join panel_member m on m.panel_id = p.id
where p.contest_id = $1
order by p.round, p.id, m.account_id)",
      {contest}, [](const store::Row& row) { return std::pair(row.id<PanelId>(1), row.id<AccountId>(2)); });
  auto panel = panels.begin();
  for (const auto& [id, account] : members) {  // both lists stand in the same order
    while (panel->id != id) ++panel;
    panel->members.push_back(account);
  }
  return panels;
}

std::vector<ContestJudge> contest_judges(store::Reader& reader, ContestId contest, Timestamp now) {
  return reader.all(
      R"(select distinct a.id, a.name, g.judge_unit_id, g.judge_member_unit_id
from role_grant g
join account a on a.id = g.account_id
where g.contest_id = $1 and g.role = 'judge' and g.valid_from <= $2 and (g.valid_to is null or g.valid_to > $2)
order by a.id)",
      {contest, now}, [](const store::Row& row) {
        return ContestJudge{row.id<AccountId>(0), row.text(1), row.opt_id<UnitId>(2), row.opt_id<UnitId>(3)};
      });
}

std::map<AccountId, std::vector<UnitId>> neighbour_units(store::Reader& reader, ContestId contest) {
  std::map<AccountId, std::vector<UnitId>> out;
  const auto rows = reader.all(
      R"(select a.id, u.parent_id
from role_grant g
join account a on a.id = g.account_id
join unit u on u.id in (g.judge_unit_id, g.judge_member_unit_id)
where g.contest_id = $1 and g.role = 'judge' and u.parent_id is not null
union
select a.id, below.id
from role_grant g
join account a on a.id = g.account_id
join unit below on below.parent_id in (g.judge_unit_id, g.judge_member_unit_id)
where g.contest_id = $1 and g.role = 'judge')",
      {contest}, [](const store::Row& row) { return std::pair(row.id<AccountId>(0), row.id<UnitId>(1)); });
  for (const auto& [judge, unit] : rows) out[judge].push_back(unit);
  return out;
}

}  // namespace guong::judging
