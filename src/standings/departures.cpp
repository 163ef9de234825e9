// Decisions on prizes become parameters of the allotment; what it does not take up the rule book did not leave open.
#include "guong/standings/departures.h"

#include <algorithm>
#include <set>

#include "guong/base/enum_names.h"

namespace guong::standings {
namespace {

using Kind = DepartureKind;
constexpr EnumNames<Kind, 3> kKindNames{
    {{{Kind::vacant, "vacant"}, {Kind::chosen, "chosen"}, {Kind::given, "given"}}}};

scoring::PrizeDecisions decisions_of(const std::vector<Departure>& departures) {
  scoring::PrizeDecisions out;
  for (const auto& d : departures) {
    if (d.kind == Kind::vacant) out.vacant[{d.prize, d.category}] += d.places;
    if (d.kind == Kind::chosen) out.chosen[{d.prize, d.category}].insert(d.code);
  }
  return out;
}

bool is_ranked(const rules::Prize& prize) { return prize.kind == "ranked"; }

/// Goes through the departures and the winners that they make, and notes what the rule book does not allow.
class Check {
 public:
  Check(const rules::RuleBook& rules, const Ranking& ranking, const AuthorKeys& authors,
        const std::vector<Departure>& departures)
      : rules_(rules), ranking_(ranking), authors_(authors), departures_(departures) {}

  std::vector<Fault> run() {
    for (std::size_t i = 0; i < departures_.size(); ++i) one(i);
    unused_choices();
    given_too_often();
    author_limit();
    return std::move(faults_);
  }

 private:
  void fault(std::string pointer, const char* key, Params params) {
    faults_.push_back({std::move(pointer), key, std::move(params)});
  }

  void one(std::size_t i) {
    const auto& d = departures_[i];
    const auto here = "/" + std::to_string(i);
    const auto* prize = find_prize(rules_, d.prize);
    if (!prize) return fault(here, "standings.prize_unknown", {{"prize", d.prize}});
    const Params named{{"prize", prize->name.vi}, {"code", d.code}};
    if (is_ranked(*prize) == (d.kind == Kind::given))
      return fault(here, is_ranked(*prize) ? "standings.goes_by_rank" : "standings.goes_by_decision", named);
    if (d.kind == Kind::vacant) return vacancy(here, *prize, d);
    if (prize->kind == "collective" && d.unit.empty())
      return fault(here, "standings.collective_to_work", named);
    if (d.unit.empty()) work(here, *prize, d);
  }

  void vacancy(const std::string& here, const rules::Prize& prize, const Departure& d) {
    if (!prize.may_stay_vacant) fault(here, "standings.must_not_stay_vacant", {{"prize", prize.name.vi}});
    vacant_[{d.prize, d.category}] += d.places;
    if (d.places < 1 || vacant_[{d.prize, d.category}] > prize.count)
      fault(here, "standings.too_many_vacant",
            {{"prize", prize.name.vi}, {"count", std::to_string(prize.count)}});
  }

  void work(const std::string& here, const rules::Prize& prize, const Departure& d) {
    const auto* place = find_place(ranking_, d.code, prize.scope != "category");
    if (!place) return fault(here, "standings.not_ranked", {{"code", d.code}});
    if (prize.min_score && place->score < to_rational(*prize.min_score))
      fault(here, "standings.below_min_score", {{"code", d.code}, {"min", to_text(*prize.min_score)}});
    const bool takes = prize.categories.empty() || std::ranges::count(prize.categories, place->category) > 0;
    if (!takes || (prize.scope == "category" && d.category != place->category))
      fault(here, "standings.other_category", {{"code", d.code}});
  }

  void unused_choices() {
    for (const auto& [line, code] : allot_prizes(rules_, ranking_, authors_, departures_).unused) {
      const auto* prize = find_prize(rules_, line.tier);
      if (prize) fault("", "standings.choice_not_open", {{"prize", prize->name.vi}, {"code", code}});
    }
  }

  /// Ranked prizes are counted by the allotment; the others are never more than there are.
  void given_too_often() {
    std::map<std::pair<std::string, std::string>, int> given;
    std::set<std::tuple<std::string, std::string, std::string>> held;
    for (std::size_t i = 0; i < departures_.size(); ++i) {
      const auto& d = departures_[i];
      const auto* prize = find_prize(rules_, d.prize);
      if (!prize || d.kind != Kind::given) continue;
      const auto here = "/" + std::to_string(i);
      if (++given[{d.prize, d.category}] > prize->count)
        fault(here, "standings.too_many_awards",
              {{"prize", prize->name.vi}, {"count", std::to_string(prize->count)}});
      if (!held.insert({d.prize, d.code, d.unit}).second)
        fault(here, "standings.award_twice", {{"code", d.code.empty() ? d.unit : d.code}});
    }
  }

  /// A special or side prize to a work that has a ranked one is no further prize, unless the rule book says so.
  void author_limit() {
    if (rules_.awards_per_author == 0) return;
    const auto all = winners(rules_, ranking_, authors_, departures_);
    std::set<std::string> have_ranked;
    for (const auto& w : all)
      if (is_ranked(*find_prize(rules_, w.prize))) have_ranked.insert(w.code);
    std::map<std::string, int> held;
    for (const auto& w : all) {
      const bool besides = !is_ranked(*find_prize(rules_, w.prize)) && have_ranked.contains(w.code);
      const auto keys = authors_.find(w.code);
      if (keys == authors_.end() || (besides && !rules_.special_prizes_count)) continue;
      for (const auto& author : std::set(keys->second.begin(), keys->second.end()))
        if (++held[author] == rules_.awards_per_author + 1)
          fault("", "standings.author_limit",
                {{"code", w.code}, {"count", std::to_string(rules_.awards_per_author)}});
    }
  }

  const rules::RuleBook& rules_;
  const Ranking& ranking_;
  const AuthorKeys& authors_;
  const std::vector<Departure>& departures_;
  std::map<std::pair<std::string, std::string>, int> vacant_;
  std::vector<Fault> faults_;
};

}  // namespace

std::string_view departure_kind_name(DepartureKind kind) { return kKindNames.name(kind); }
DepartureKind read_departure_kind(std::string_view name) { return kKindNames.read(name); }

scoring::Allotment allot_prizes(const rules::RuleBook& rules, const Ranking& ranking,
                                const AuthorKeys& authors, const std::vector<Departure>& departures) {
  return scoring::allot(prize_rule(rules), prize_candidates(ranking, authors), decisions_of(departures));
}

std::vector<Winner> winners(const rules::RuleBook& rules, const Ranking& ranking, const AuthorKeys& authors,
                            const std::vector<Departure>& departures) {
  const auto number_of = [&](const scoring::Allotted& a) {
    const auto found = std::ranges::find_if(departures, [&](const Departure& d) {
      return d.kind == Kind::chosen && d.prize == a.tier && d.category == a.category && d.code == a.code;
    });
    return a.by_choice ? static_cast<int>(found - departures.begin()) : -1;
  };
  std::vector<Winner> out;
  for (const auto& a : allot_prizes(rules, ranking, authors, departures).allotted)
    out.push_back({a.tier, a.category, a.code, "", number_of(a)});
  for (std::size_t i = 0; i < departures.size(); ++i) {
    const auto& d = departures[i];
    if (d.kind == Kind::given && find_prize(rules, d.prize))
      out.push_back({d.prize, d.category, d.code, d.unit, static_cast<int>(i)});
  }
  return out;
}

std::vector<Fault> departure_faults(const rules::RuleBook& rules, const Ranking& ranking,
                                    const AuthorKeys& authors, const std::vector<Departure>& departures) {
  return Check(rules, ranking, authors, departures).run();
}

bool is_joint(const rules::RuleBook& rules, const std::vector<Departure>& departures, const Departure& one) {
  if (one.kind != Kind::chosen) return false;
  const auto* prize = find_prize(rules, one.prize);
  const auto together = std::ranges::count_if(departures, [&](const Departure& d) {
    return d.kind == Kind::chosen && d.prize == one.prize && d.category == one.category;
  });
  return prize && prize->joint && together > prize->count;
}

}  // namespace guong::standings
