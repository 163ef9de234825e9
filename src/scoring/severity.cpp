// Two passes: the sum of each work first, so that each judge can be compared with the others on it.
#include "guong/scoring/severity.h"

#include <algorithm>
#include <map>

namespace guong::scoring {
namespace {

struct Work {
  Rational sum;
  int cards = 0;
};

void count(Severity& judge, const Rational& total, const Work& work) {
  judge.lowest = judge.cards == 0 ? total : std::min(judge.lowest, total);
  judge.highest = judge.cards == 0 ? total : std::max(judge.highest, total);
  judge.mean += total;
  ++judge.cards;
  if (work.cards < 2) return;
  const Rational others = (work.sum - total) / (work.cards - 1);
  judge.difference = judge.difference.value_or(0) + total - others;
  ++judge.compared;
}

}  // namespace

std::vector<Severity> severities(const std::vector<JudgeTotal>& totals) {
  std::map<std::string, Work> works;
  for (const auto& given : totals) {
    works[given.work].sum += given.total;
    ++works[given.work].cards;
  }
  std::map<std::string, Severity> judges;
  for (const auto& given : totals) {
    auto& judge = judges[given.judge];
    judge.judge = given.judge;
    count(judge, given.total, works.at(given.work));
  }
  std::vector<Severity> out;
  for (auto& [key, judge] : judges) {
    judge.mean /= judge.cards;
    if (judge.difference) *judge.difference /= judge.compared;
    out.push_back(std::move(judge));
  }
  return out;
}

}  // namespace guong::scoring
