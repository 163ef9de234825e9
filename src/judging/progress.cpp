// What a round still lacks, counted from its assignments and cards; locking a round asks the same function,
// so that the board and the refusal agree.
#include "guong/judging/progress.h"

#include <map>

#include "guong/api/record.h"
#include "guong/contests/contest.h"
#include "guong/judging/round_scores.h"
#include "guong/standings/round_rules.h"
#include "judging/assignment_store.h"

namespace guong::judging {
namespace {

struct Cards {
  int regular = 0;     // active assignments
  bool extra = false;  // an extra judge is assigned
  std::vector<standings::CountedCard> handed_in;
};

void count_judge(Progress& progress, const AssignmentRow& row) {
  auto judge = progress.judges.begin();
  while (judge != progress.judges.end() && judge->judge != row.judge) ++judge;
  if (judge == progress.judges.end())
    judge = progress.judges.insert(judge, {row.judge, row.judge_name, 0, 0, 0});
  ++judge->assigned;
  judge->drafted += row.card == CardState::draft;
  judge->submitted += row.card == CardState::submitted;
}

void count_row(Progress& progress, const AssignmentRow& row) {
  count_judge(progress, row);
  ++progress.assigned;
  progress.drafted += row.card == CardState::draft;
  progress.submitted += row.card == CardState::submitted;
  if (row.card != CardState::submitted) progress.missing.push_back({row.code, row.judge, row.judge_name});
}

}  // namespace

Progress round_progress(store::Reader& reader, ContestId contest, int number) {
  const auto rules = contests::contest_rules(reader, contest);
  Progress progress;
  progress.state = round_state(reader, contest, number);
  const auto& round = standings::round_rules(*rules, number);
  std::map<std::string, Cards> by_code;
  for (const auto& entry : round_entries(reader, contest, number)) by_code[entry.code];
  for (const auto& row : load_assignments(reader, contest, number)) {
    const auto cards = by_code.find(row.code);
    if (row.state != "active" || cards == by_code.end()) continue;
    count_row(progress, row);
    if (row.extra)
      cards->second.extra = true;
    else
      ++cards->second.regular;
  }
  for (auto& row : load_handed_in(reader, contest, number))
    if (const auto cards = by_code.find(row.code); cards != by_code.end())
      cards->second.handed_in.push_back({id_text(row.judge), row.extra, std::move(row.marks)});
  progress.entries = static_cast<int>(by_code.size());
  for (const auto& [code, cards] : by_code) {
    const bool needs_extra = standings::extra_judge_needed(round, cards.handed_in);
    progress.cards_needed += round.judges_per_entry + needs_extra;
    if (cards.regular < round.judges_per_entry)
      progress.understaffed.push_back({code, round.judges_per_entry - cards.regular});
    if (needs_extra && !cards.extra) progress.extra_needed.push_back(code);
  }
  return progress;
}

}  // namespace guong::judging
