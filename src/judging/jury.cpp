// How strictly each judge marked, from a locked round only: known earlier, it could be used to press a judge.
#include "guong/judging/jury.h"

#include <algorithm>
#include <map>

#include "guong/api/record.h"
#include "guong/contests/contest.h"
#include "guong/judging/round_scores.h"
#include "guong/standings/round_rules.h"
#include "judging/assignment_store.h"

namespace guong::judging {

Jury jury_of(store::Reader& reader, ContestId contest, int number) {
  const auto rules = contests::contest_rules(reader, contest);
  const auto& round = standings::round_rules(*rules, number);
  if (round_state(reader, contest, number) != RoundState::locked)
    throw Error(ErrorKind::conflict, "judging.marks_not_locked");
  const auto criteria = standings::criteria_of(round);
  std::vector<scoring::JudgeTotal> totals;
  std::map<std::string, JudgeSeverity> judges;
  for (const auto& row : load_handed_in(reader, contest, number)) {
    const auto key = id_text(row.judge);
    totals.push_back({row.code, key, scoring::card_total(criteria, row.marks)});
    judges[key] = {row.judge, row.judge_name, {}};
  }
  Jury out;
  for (const auto& criterion : criteria) out.most += to_rational(criterion.weight);
  for (auto& severity : scoring::severities(totals)) {
    auto& judge = judges.at(severity.judge);
    judge.severity = std::move(severity);
    out.judges.push_back(std::move(judge));
  }
  std::ranges::stable_sort(out.judges, [](const auto& a, const auto& b) {
    const auto &x = a.severity.difference, &y = b.severity.difference;
    return x && y ? *x < *y : x.has_value() > y.has_value();
  });
  return out;
}

}  // namespace guong::judging
