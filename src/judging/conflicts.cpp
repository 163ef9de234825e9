// Gathers facts about judges and authors and leaves the comparison to `scoring`, which is pure. What leaves
// this file are kinds of conflict by code and judge, no names.
#include "judging/conflicts.h"

#include <algorithm>

#include "guong/base/text.h"
#include "guong/entries/judging_view.h"
#include "judging/interests.h"

namespace guong::judging {
namespace {

const std::vector<scoring::InterestKind> kNone;

scoring::EntryFacts entry_facts(const entries::ConflictFacts& facts) {
  scoring::EntryFacts out;
  for (const auto account : facts.accounts) out.accounts.insert(account.value);
  for (const auto unit : facts.units) out.units.insert(unit.value);
  out.folded_names.insert(facts.folded_names.begin(), facts.folded_names.end());
  out.folded_declared.insert(facts.folded_declared_ties.begin(), facts.folded_declared_ties.end());
  out.folded_exemplar = facts.folded_exemplar;
  out.exemplar_unit = facts.exemplar_unit ? facts.exemplar_unit->value : 0;
  if (!out.accounts.contains(facts.handler.value)) out.handlers.insert(facts.handler.value);
  return out;
}

scoring::JudgeFacts judge_facts(const ContestJudge& judge, const std::vector<UnitId>& next,
                                const std::vector<Interest>& interests) {
  scoring::JudgeFacts out;
  out.account = judge.id.value;
  out.folded_name = fold(judge.name);
  out.unit = judge.unit ? judge.unit->value : 0;
  for (const auto unit : next) out.units_next.insert(unit.value);
  for (const auto& interest : interests) {
    if (!interest.name.empty()) out.folded_persons.insert(fold(interest.name));
    if (interest.unit) out.declared_units.insert(interest.unit->value);
  }
  return out;
}

}  // namespace

bool ConflictTable::bars(const std::string& code, AccountId judge) const {
  const auto& found = interests(code, judge);
  if (found.empty()) return false;
  return std::ranges::any_of(found, scoring::is_hard) || !waived_.contains({code, judge});
}

const std::vector<scoring::InterestKind>& ConflictTable::interests(const std::string& code,
                                                                   AccountId judge) const {
  const auto found = interests_.find({code, judge});
  return found == interests_.end() ? kNone : found->second;
}

ConflictTable find_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                             const std::vector<ContestJudge>& judges) {
  ConflictTable table;
  const auto declared = all_interests(reader, keys, contest);
  const auto next = neighbour_units(reader, contest);
  std::vector<scoring::JudgeFacts> sides;
  for (const auto& judge : judges) {
    const auto interests = declared.find(judge.id);
    const auto units = next.find(judge.id);
    sides.push_back(judge_facts(judge, units == next.end() ? std::vector<UnitId>{} : units->second,
                                interests == declared.end() ? std::vector<Interest>{} : interests->second));
  }
  for (const auto& facts : entries::conflict_facts(reader, keys, contest)) {
    const auto entry = entry_facts(facts);
    for (std::size_t i = 0; i < judges.size(); ++i)
      if (auto interests = scoring::interests_between(sides[i], entry); !interests.empty())
        table.interests_[{facts.code, judges[i].id}] = std::move(interests);
  }
  for (const auto& waiver : load_waivers(reader, contest)) table.waived_.insert({waiver.code, waiver.judge});
  return table;
}

}  // namespace guong::judging
