// The balanced draw: from rows to scoring's problem and back.
#include <algorithm>
#include <map>

#include "guong/api/record.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/judging/assignment.h"
#include "guong/judging/panel.h"
#include "guong/judging/progress.h"
#include "guong/scoring/assign.h"
#include "guong/standings/round_rules.h"
#include "judging/assignment_store.h"
#include "judging/conflicts.h"
#include "judging/counter_store.h"
#include "judging/kept_rows_store.h"

namespace guong::judging {
namespace {

struct Draw {
  std::vector<RoundEntry> entries;
  std::vector<ContestJudge> judges;  // of this round's panels
  scoring::AssignmentProblem problem;
};

/// Judges that sit on a panel of the round, and for which categories.
std::map<AccountId, std::set<std::string>> seats(const std::vector<Panel>& panels, int round) {
  std::map<AccountId, std::set<std::string>> out;
  for (const auto& panel : panels)
    if (panel.round == round)
      for (const auto member : panel.members)
        out[member].insert(panel.categories.begin(), panel.categories.end());
  return out;
}

/// Other panels, conflicts, and whoever has or had the work.
void bar_pairs(Draw& draw, const std::map<AccountId, std::set<std::string>>& seated,
               const ConflictTable& conflicts, const std::vector<AssignmentRow>& rows) {
  std::map<AccountId, std::size_t> judge_at;
  for (std::size_t j = 0; j < draw.judges.size(); ++j) judge_at[draw.judges[j].id] = j;
  const auto bar = [&](const std::string& code, AccountId judge) {
    const auto entry = std::ranges::lower_bound(draw.entries, code, {}, &RoundEntry::code);
    const auto at = judge_at.find(judge);
    if (entry == draw.entries.end() || entry->code != code || at == judge_at.end()) return;
    draw.problem.barred.insert({static_cast<std::size_t>(entry - draw.entries.begin()), at->second});
  };
  for (const auto& row : rows) bar(row.code, row.judge);
  for (const auto& [pair, interests] : conflicts.all())
    if (conflicts.bars(pair.first, pair.second)) bar(pair.first, pair.second);
  std::map<std::string, std::vector<std::size_t>> elsewhere;  // by category: those who do not sit for it
  for (const auto& entry : draw.entries) elsewhere[entry.category];
  for (auto& [category, judges] : elsewhere)
    for (std::size_t j = 0; j < draw.judges.size(); ++j)
      if (!seated.at(draw.judges[j].id).contains(category)) judges.push_back(j);
  for (std::size_t e = 0; e < draw.entries.size(); ++e)
    for (const auto j : elsewhere.at(draw.entries[e].category)) draw.problem.barred.insert({e, j});
}

void count_wanted(Draw& draw, const std::vector<AssignmentRow>& rows, int judges_per_entry) {
  std::map<std::string, int> have;
  for (const auto& row : rows)
    if (row.state == "active" && !row.extra) ++have[row.code];
  for (const auto& entry : draw.entries)
    draw.problem.wanted.push_back(std::max(0, judges_per_entry - have[entry.code]));
}

void count_extra_wanted(Draw& draw, const std::vector<std::string>& needed) {
  for (const auto& entry : draw.entries)
    draw.problem.wanted.push_back(std::ranges::binary_search(needed, entry.code));
}

void count_loads(Draw& draw, const std::vector<AssignmentRow>& rows) {
  std::map<AccountId, int> loads;
  for (const auto& row : rows) loads[row.judge] += row.state == "active";
  for (const auto& judge : draw.judges) draw.problem.loads.push_back(loads[judge.id]);
}

Draw prepare(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round, bool extra) {
  Draw draw;
  draw.entries = round_entries(tx, contest, round);
  const auto seated = seats(list_panels(tx, contest), round);
  for (auto& judge : contest_judges(tx, contest, context.now))
    if (seated.contains(judge.id)) draw.judges.push_back(std::move(judge));
  const auto rows = load_assignments(tx, contest, round);
  draw.problem.entries = draw.entries.size();
  draw.problem.judges = draw.judges.size();
  const auto rules = contests::contest_rules(tx, contest);
  if (extra) {
    update_extra_needed(tx, contest, round);
    count_extra_wanted(draw,
                       page_extra_needed(tx, contest, round, "", static_cast<int>(draw.problem.entries)));
  } else {
    count_wanted(draw, rows, standings::round_rules(*rules, round).judges_per_entry);
  }
  bar_pairs(draw, seated, find_conflicts(tx, context.keys, contest, draw.judges), rows);
  count_loads(draw, rows);
  return draw;
}

}  // namespace

Drawn draw_assignments(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                       bool extra) {
  api::require(context.actor, api::Role::organiser, contest);
  if (round_state(tx, contest, round) != RoundState::open)
    throw Error(ErrorKind::conflict, "judging.round_not_open", {{"round", std::to_string(round)}});
  end_barred_assignments(tx, context, contest);
  const auto draw = prepare(tx, context, contest, round, extra);
  const auto result = scoring::draw_assignments(draw.problem, context.random);
  Drawn out;
  std::string pairs;
  std::vector<AssignmentId> drawn;
  for (const auto& [e, j] : result.pairs) {
    const auto& entry = draw.entries[e];
    const auto judge = draw.judges[j].id;
    drawn.push_back(context.random.id<AssignmentId>());
    insert_uncounted(tx, {drawn.back(), contest, round, entry.code, entry.entry, judge, extra, context.now,
                          context.actor.account});
    pairs += (pairs.empty() ? "" : " ") + entry.code + ":" + id_text(judge);
    ++out.assigned;
  }
  recount_round(tx, contest, round);
  for (const auto e : result.unstaffed) out.unstaffed.push_back(draw.entries[e].code);
  std::ranges::sort(out.unstaffed);
  api::record(
      tx, context, "assignments.drawn", contest,
      {{"round", std::to_string(round)},
       {"assigned", std::to_string(out.assigned)},
       {"extra", extra ? "1" : "0"}},
      {{"pairs", pairs}, {std::string(store::kRowsTold), drawn_rows(tx, context.keys, contest, drawn)}});
  return out;
}

}  // namespace guong::judging
