// Splits groups of equals step by step along the chain of tie-breaks, until they are single or the chain
// ends.
#include "guong/scoring/rank.h"

#include <algorithm>
#include <functional>

namespace guong::scoring {
namespace {

using Group = std::vector<const Competitor*>;

Rational criterion_mean(const Competitor& c, const std::string& id) {
  const auto found = c.criterion_means.find(id);
  return found == c.criterion_means.end() ? Rational() : found->second;
}

/// Parts a group by a value, the highest first.
std::vector<Group> parted(const Group& group, const std::function<Rational(const Competitor&)>& value) {
  std::map<Rational, Group, std::greater<>> by_value;
  for (const Competitor* c : group) by_value[value(*c)].push_back(c);
  std::vector<Group> parts;
  for (auto& [key, part] : by_value) parts.push_back(std::move(part));
  return parts;
}

struct Ranking {
  const std::vector<TieBreakStep>& chain;
  const HeadDecisions& decisions;
  std::vector<Ranked> out;

  void place(Group group, std::size_t step, const std::string& decided_by) {
    if (group.size() == 1) return put(group, decided_by, false);
    if (step == chain.size() || chain[step].by == TieBreakStep::By::shared)
      return put(group, "shared", false);
    const TieBreakStep& tie = chain[step];
    switch (tie.by) {
      case TieBreakStep::By::criterion:
        return split(group, step, "criterion:" + tie.criterion,
                     [&](const Competitor& c) { return criterion_mean(c, tie.criterion); });
      case TieBreakStep::By::highest_card:
        return split(group, step, "highest_card", [](const Competitor& c) { return c.highest_card; });
      case TieBreakStep::By::smallest_spread:
        return split(group, step, "smallest_spread", [](const Competitor& c) { return Rational(-c.spread); });
      case TieBreakStep::By::head_decision:
        return by_head(group, step);
      case TieBreakStep::By::shared:
        break;
    }
  }

  /// All of the group or none: an order of some of them says nothing of the others.
  void by_head(const Group& group, std::size_t step) {
    const bool decided = std::all_of(group.begin(), group.end(),
                                     [&](const Competitor* c) { return decisions.contains(c->code); });
    if (!decided) return put(group, "shared", true);
    split(group, step, "head_decision", [&](const Competitor& c) { return Rational(-decisions.at(c.code)); });
  }

  void split(const Group& group, std::size_t step, const std::string& name,
             const std::function<Rational(const Competitor&)>& value) {
    for (Group& part : parted(group, value)) place(std::move(part), step + 1, name);
  }

  void put(Group group, const std::string& decided_by, bool open_tie) {
    std::sort(group.begin(), group.end(), [](const auto* a, const auto* b) { return a->code < b->code; });
    const int rank = static_cast<int>(out.size()) + 1;
    for (const Competitor* c : group) out.push_back({c->code, rank, decided_by, open_tie});
  }
};

}  // namespace

std::vector<Ranked> ranked(const std::vector<Competitor>& competitors, const std::vector<TieBreakStep>& chain,
                           const HeadDecisions& decisions) {
  Group all;
  for (const auto& c : competitors) all.push_back(&c);
  Ranking ranking{chain, decisions, {}};
  for (Group& part : parted(all, [](const Competitor& c) { return c.score; }))
    ranking.place(std::move(part), 0, "score");
  return std::move(ranking.out);
}

std::map<std::string, std::vector<Ranked>> ranked_by_category(const std::vector<Competitor>& competitors,
                                                              const std::vector<TieBreakStep>& chain,
                                                              const HeadDecisions& decisions) {
  std::map<std::string, std::vector<Competitor>> categories;
  for (const auto& c : competitors) categories[c.category].push_back(c);
  std::map<std::string, std::vector<Ranked>> out;
  for (const auto& [category, members] : categories) out[category] = ranked(members, chain, decisions);
  return out;
}

}  // namespace guong::scoring
