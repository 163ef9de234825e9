// The scores of a round from its submitted cards; used for advancement and for the final ranking alike.
#include "guong/judging/round_scores.h"

#include <map>

#include "guong/api/record.h"
#include "guong/judging/round.h"
#include "guong/standings/round_rules.h"
#include "judging/assignment_store.h"

namespace guong::judging {

std::vector<standings::EntryScore> round_scores(store::Reader& reader, ContestId contest,
                                                const rules::RuleBook& rules, int round) {
  std::map<std::string, std::vector<standings::CountedCard>> cards;
  for (auto& row : load_handed_in(reader, contest, round))
    cards[row.code].push_back({id_text(row.judge), row.extra, std::move(row.marks)});
  const auto& rule = standings::round_rules(rules, round);
  std::vector<standings::EntryScore> out;
  for (const auto& entry : round_entries(reader, contest, round))
    out.push_back(standings::score_entry(rule, entry.code, entry.category, std::move(cards[entry.code])));
  return out;
}

}  // namespace guong::judging
