// From what stands in the rows to the awards, and from what the board wants to the decisions that say so.
#include "results/awards.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "guong/contests/contest.h"
#include "results/departure_store.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {
namespace {

using Kind = standings::DepartureKind;

/// Who an author is, for the limit of prizes per author: the account, or the name of a co-author without one.
std::vector<std::string> author_keys(const entries::Identity& identity) {
  std::vector<std::string> keys{"a" + std::to_string(identity.owner.value)};
  for (std::size_t i = 1; i < identity.authors.size(); ++i) {
    const auto& author = identity.authors[i];
    keys.push_back(author.account ? "a" + std::to_string(author.account->value) : "n" + fold(author.name));
  }
  return keys;
}

JoinedByCode joined_works(store::Reader& reader, const api::Keys& keys, const standings::Ranking& ranking,
                          ContestId contest) {
  std::vector<std::string> codes;
  for (const auto& work : ranking.rounds.front().works) codes.push_back(work.code);
  JoinedByCode out;
  for (auto& work : entries::open_joined(reader, keys, joined_codes(reader, contest), codes))
    out.emplace(work.code, std::move(work));
  return out;
}

Award award_of(const Prizes& prizes, const standings::Winner& winner) {
  const auto& prize = *find_prize(*prizes.rules, winner.prize);
  Award award;
  award.prize = winner.prize;
  award.category = winner.category;
  award.code = winner.code;
  award.money = prize.money;
  if (winner.departure >= 0) {
    const auto& decided = prizes.decided.at(static_cast<std::size_t>(winner.departure));
    award.unit = decided.unit;
    award.note = decided.what.reason;
  }
  if (const auto work = prizes.works.find(winner.code); work != prizes.works.end()) {
    award.entry = work->second.entry;
    award.category = work->second.category;
  }
  if (const auto* place = standings::find_place(prizes.ranking, winner.code, prize.scope != "category")) {
    award.rank = place->rank;
    award.score = to_text(place->score);
  }
  return award;
}

void sort_awards(const rules::RuleBook& rules, std::vector<Award>& awards) {
  const auto key = [&](const Award& award) {
    const auto* prize = find_prize(rules, award.prize);
    const bool per_category = prize && prize->scope == "category";
    return std::tuple(per_category ? award.category : "", prize ? prize - rules.prizes.data() : 0, award.rank,
                      award.code);
  };
  std::ranges::stable_sort(awards, [&](const Award& a, const Award& b) { return key(a) < key(b); });
}

/// The changes one by one; what each makes of the prizes is looked at before the next.
class Changer {
 public:
  Changer(Prizes& prizes, const Deciding& deciding) : prizes_(prizes), deciding_(deciding) {}

  void change(const AwardChange& change, std::string pointer) {
    pointer_ = std::move(pointer);
    const auto* prize = find_prize(*prizes_.rules, change.prize);
    if (!prize)
      fault("/prize", "standings.prize_unknown", {{"prize", change.prize}});
    else if (change.take)
      take(*prize, change);
    else if (prize->kind != "ranked")
      add(Kind::given, *prize, change);
    else if (change.unit)
      fault("/unit", "standings.ranked_to_unit", {{"prize", prize->name.vi}});
    else
      give_ranked(*prize, change);
  }
  /// With what the changes break together.
  std::vector<Fault> faults() {
    for (auto& found :
         standings::departure_faults(*prizes_.rules, prizes_.ranking, prizes_.authors, prizes_.departures()))
      faults_.push_back({"/changes", std::move(found.key), std::move(found.params)});
    return std::move(faults_);
  }

 private:
  void fault(const char* field, const char* key, Params params) {
    faults_.push_back({pointer_ + field, key, std::move(params)});
  }
  std::string category_of(const rules::Prize& prize, const AwardChange& change) const {
    if (prize.scope != "category") return "";
    const auto work = prizes_.works.find(change.code);
    return work == prizes_.works.end() ? change.category : work->second.category;
  }
  bool holds(const AwardChange& change) const {
    return std::ranges::any_of(prizes_.awards(), [&](const Award& award) {
      return award.prize == change.prize && award.code == change.code && award.unit == change.unit;
    });
  }
  void add(Kind kind, const rules::Prize& prize, const AwardChange& change, bool nobody = false) {
    prizes_.decided.push_back({{kind, prize.id, category_of(prize, change), nobody ? "" : change.code,
                                change.unit ? std::to_string(change.unit->value) : "", 1, deciding_.reason,
                                "organiser", "", deciding_.now},
                               change.unit,
                               deciding_.by});
  }

  /// What was decided is undone; a prize that the ranking gave leaves its place vacant.
  void take(const rules::Prize& prize, const AwardChange& change) {
    if (!holds(change)) return fault("/code", "results.not_held", {{"prize", prize.name.vi}});
    const auto undone = std::erase_if(prizes_.decided, [&](const Decided& d) {
      return d.what.kind != Kind::vacant && d.what.prize == prize.id && d.what.code == change.code &&
             d.unit == change.unit;
    });
    if (undone > 0) return;
    add(Kind::vacant, prize, change, true);
    if (holds(change)) fault("/code", "results.vacant_from_the_last", {{"prize", prize.name.vi}});
  }

  /// A place that was kept vacant is given after all, or the work is chosen among its equals.
  void give_ranked(const rules::Prize& prize, const AwardChange& change) {
    if (!prizes_.works.contains(change.code))
      return fault("/code", "results.code_unknown", {{"code", change.code}});
    const auto before = prizes_.decided;
    const auto kept = std::ranges::find_if(prizes_.decided, [&](const Decided& d) {
      return d.what.kind == Kind::vacant && d.what.prize == prize.id &&
             d.what.category == category_of(prize, change);
    });
    if (kept != prizes_.decided.end()) {
      if (--kept->what.places == 0) prizes_.decided.erase(kept);
      if (holds(change)) return;
      prizes_.decided = before;
    }
    add(Kind::chosen, prize, change);
    if (!holds(change)) refuse_choice(prize, change);
  }
  void refuse_choice(const rules::Prize& prize, const AwardChange& change) {
    const auto given = std::ranges::count_if(prizes_.awards(), [&](const Award& award) {
      return award.prize == prize.id &&
             (prize.scope != "category" || award.category == category_of(prize, change));
    });
    if (given >= prize.count)
      fault("/code", "standings.too_many_awards",
            {{"prize", prize.name.vi}, {"count", std::to_string(prize.count)}});
  }

  Prizes& prizes_;
  const Deciding& deciding_;
  std::string pointer_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<standings::Departure> Prizes::departures() const {
  std::vector<standings::Departure> out;
  for (const auto& one : decided) out.push_back(one.what);
  return out;
}

scoring::Allotment Prizes::allotment() const {
  return standings::allot_prizes(*rules, ranking, authors, departures());
}

std::vector<Award> Prizes::awards() const {
  std::vector<Award> out;
  for (const auto& winner : standings::winners(*rules, ranking, authors, departures()))
    out.push_back(award_of(*this, winner));
  sort_awards(*rules, out);
  return out;
}

Prizes load_prizes(store::Reader& reader, const api::Keys& keys, const Result& result) {
  return load_prizes(reader, keys, result, ranking_of(reader, result));
}

Prizes load_prizes(store::Reader& reader, const api::Keys& keys, const Result& result, RankedBy ranked) {
  Prizes out;
  out.rules = std::move(ranked.rules);
  out.ranking = std::move(ranked.ranking);
  out.works = joined_works(reader, keys, out.ranking, result.contest);
  for (const auto& [code, work] : out.works) out.authors[code] = author_keys(work.identity);
  out.decided = load_departures(reader, result.id);
  return out;
}

void change_prizes(Prizes& prizes, const std::vector<AwardChange>& changes, const Deciding& deciding) {
  Changer changer(prizes, deciding);
  for (std::size_t i = 0; i < changes.size(); ++i)
    changer.change(changes[i], "/changes/" + std::to_string(i));
  refuse_if_any(changer.faults());
}

int leave_undecided_vacant(Prizes& prizes, const Deciding& deciding) {
  int places = 0;
  while (true) {
    const auto lines = prizes.allotment().undecided;
    if (lines.empty()) return places;
    for (const auto& line : lines) {
      if (!find_prize(*prizes.rules, line.tier)->may_stay_vacant || deciding.reason.empty())
        throw Error(ErrorKind::conflict, "results.prizes_undecided",
                    {{"count", std::to_string(lines.size())}});
      prizes.decided.push_back({{Kind::vacant, line.tier, line.category, "", "", line.places, deciding.reason,
                                 "organiser", "", deciding.now},
                                std::nullopt,
                                deciding.by});
      places += line.places;
    }
  }
}

std::string prizes_sha256(const Prizes& prizes) {
  const auto of_unit = [](const std::optional<UnitId>& unit) { return unit ? unit->value : 0; };
  nlohmann::json awards = nlohmann::json::array(), decisions = nlohmann::json::array();
  for (const auto& a : prizes.awards())
    awards.push_back({a.prize, a.category, a.code, of_unit(a.unit), a.rank, a.score, a.money});
  for (const auto& [d, unit, by] : prizes.decided)
    decisions.push_back({departure_kind_name(d.kind), d.prize, d.category, d.code, of_unit(unit), d.places,
                         d.reason, d.office, by.value, d.decided_at.micros});
  return to_hex(as_text(sha256(nlohmann::json{{"awards", awards}, {"decisions", decisions}}.dump())));
}

void store_prizes(store::Tx& tx, Random& random, ResultId result, const Prizes& prizes) {
  replace_departures(tx, result, prizes.decided);
  replace_awards(tx, random, result, prizes.awards());
}

}  // namespace guong::results
