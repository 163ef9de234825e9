// Gathers facts about judges and authors and leaves the comparison to `scoring`, which is pure. What leaves
// this file are kinds of conflict by code and judge, no names.
#include "judging/conflicts.h"

#include <algorithm>

#include "guong/accounts/account.h"
#include "guong/api/record.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "guong/entries/judging_view.h"
#include "judging/interests.h"

namespace guong::judging {
namespace {

const ConflictTable::Kinds kNone;

scoring::EntryFacts entry_facts(const entries::ConflictFacts& facts) {
  scoring::EntryFacts out;
  for (const auto account : facts.accounts) out.accounts.insert(account.value);
  out.contacts.insert(facts.contacts.begin(), facts.contacts.end());
  for (const auto unit : facts.units) out.units.insert(unit.value);
  for (const auto unit : facts.claimed_units) out.claimed_units.insert(unit.value);
  out.folded_names.insert(facts.folded_names.begin(), facts.folded_names.end());
  out.folded_declared.insert(facts.folded_declared_interests.begin(), facts.folded_declared_interests.end());
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
  for (const auto& unit : {judge.unit, judge.member_unit})
    if (unit) out.units.insert(unit->value);
  for (const auto unit : next) out.units_next.insert(unit.value);
  for (const auto& interest : interests) {
    if (!interest.name.empty()) out.folded_persons.insert(fold(interest.name));
    if (interest.unit) out.declared_units.insert(interest.unit->value);
  }
  return out;
}

/// The judges' sides, unsealed once, to be held against one work after the other.
class Comparison {
 public:
  Comparison(store::Reader& reader, const api::Keys& keys, ContestId contest,
             const std::vector<ContestJudge>& judges, Counted counted = Counted::all)
      : judges_(judges), sides_(sides(reader, keys, contest, judges, counted)), index_(sides_) {}

  /// Calls `f(judge, kinds)` for each judge who has an interest in the work.
  template <class F>
  void each(const entries::ConflictFacts& facts, F f) const {
    const auto entry = entry_facts(facts);
    for (const auto i : index_.candidates(entry))
      if (auto kinds = scoring::interests_between(sides_[i], entry); !kinds.empty())
        f(judges_[i].id, std::move(kinds));
  }

 private:
  static std::vector<scoring::JudgeFacts> sides(store::Reader& reader, const api::Keys& keys,
                                                ContestId contest, const std::vector<ContestJudge>& judges,
                                                Counted counted) {
    const auto declared = all_interests(reader, keys, contest, counted == Counted::decided);
    const auto next = neighbour_units(reader, contest);
    std::vector<scoring::JudgeFacts> out;
    for (const auto& judge : judges) {
      const auto interests = declared.find(judge.id);
      const auto units = next.find(judge.id);
      auto side = judge_facts(judge, units == next.end() ? std::vector<UnitId>{} : units->second,
                              interests == declared.end() ? std::vector<Interest>{} : interests->second);
      for (auto& identifier : accounts::account_identifiers(reader, judge.id))
        side.contacts.insert(std::move(identifier.text));
      out.push_back(std::move(side));
    }
    return out;
  }

  const std::vector<ContestJudge>& judges_;
  const std::vector<scoring::JudgeFacts> sides_;
  const scoring::JudgeIndex index_;
};

void add_to(ConflictTable& table, const Comparison& comparison, const entries::ConflictFacts& facts) {
  comparison.each(facts, [&](AccountId judge, ConflictTable::Kinds kinds) {
    table.add(facts.code, judge, std::move(kinds));
  });
}

void add_waivers(ConflictTable& table, store::Reader& reader, ContestId contest) {
  for (auto& waiver : load_waivers(reader, contest)) table.waive(std::move(waiver.code), waiver.judge);
}

}  // namespace

bool ConflictTable::bars(const std::string& code, AccountId judge) const {
  const auto& found = interests(code, judge);
  if (found.empty()) return false;
  return std::ranges::any_of(found, scoring::is_hard) || !waived_.contains({code, judge});
}

const ConflictTable::Kinds& ConflictTable::interests(const std::string& code, AccountId judge) const {
  const auto found = interests_.find({code, judge});
  return found == interests_.end() ? kNone : found->second;
}

ConflictTable find_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                             const std::vector<ContestJudge>& judges, Counted counted) {
  ConflictTable table;
  const Comparison comparison(reader, keys, contest, judges, counted);
  entries::each_conflict_facts(
      reader, keys, contest, [&](const entries::ConflictFacts& facts) { add_to(table, comparison, facts); });
  add_waivers(table, reader, contest);
  return table;
}

ConflictTable find_conflicts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                             const std::vector<ContestJudge>& judges, const std::vector<std::string>& codes,
                             Counted counted) {
  ConflictTable table;
  const Comparison comparison(reader, keys, contest, judges, counted);
  for (const auto& code : codes)
    if (const auto facts = entries::conflict_facts(reader, keys, contest, code))
      add_to(table, comparison, *facts);
  add_waivers(table, reader, contest);
  return table;
}

std::map<std::pair<AccountId, scoring::InterestKind>, std::int64_t> tally_conflicts(
    store::Reader& reader, const api::Keys& keys, ContestId contest,
    const std::vector<ContestJudge>& judges) {
  std::map<std::pair<AccountId, scoring::InterestKind>, std::int64_t> out;
  const Comparison comparison(reader, keys, contest, judges);
  entries::each_conflict_facts(reader, keys, contest, [&](const entries::ConflictFacts& facts) {
    comparison.each(facts, [&](AccountId judge, const ConflictTable::Kinds& kinds) {
      for (const auto kind : kinds) ++out[{judge, kind}];
    });
  });
  return out;
}

std::string conflict_facts_hash(store::Reader& reader, ContestId contest,
                                const std::vector<ContestJudge>& judges) {
  std::string text = entries::intake_mark(reader, contest);
  for (const auto& judge : judges)
    text += "\njudge " + id_text(judge.id) + " " + (judge.unit ? id_text(*judge.unit) : "") + " " +
            (judge.member_unit ? id_text(*judge.member_unit) : "") + " " + judge.name;
  for (const auto& [judge, units] : neighbour_units(reader, contest)) {
    text += "\nnext " + id_text(judge);
    for (const auto unit : units) text += " " + id_text(unit);
  }
  for (const auto& interest : load_interests(reader, contest)) text += "\ninterest " + id_text(interest.id);
  return to_hex(as_text(sha256(text)));
}

}  // namespace guong::judging
