// Tables of a whole contest from the ranks of its rounds, and what the allotment of prizes takes from them.
#include "guong/standings/ranking.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

namespace guong::standings {
namespace {

/// What the head decided for one table. Ties of a table share no work, so the orders may lie side by side.
scoring::HeadDecisions numbered(const std::vector<Decision>& decisions, const std::string& table) {
  scoring::HeadDecisions out;
  for (const auto& decision : decisions) {
    if (decision.category && *decision.category != table) continue;
    const auto& order = decision.order;
    for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = static_cast<int>(i) + 1;
  }
  return out;
}

/// Those of a round that went no further, in one category or in all.
std::vector<const EntryScore*> stayed(const RankedRound& round, std::set<std::string_view>& placed,
                                      const std::string& category) {
  std::vector<const EntryScore*> out;
  for (const auto& work : round.works) {
    if (!category.empty() && work.category != category) continue;
    if (placed.insert(work.code).second) out.push_back(&work);
  }
  return out;
}

Table table_of(const rules::RuleBook& rules, const std::vector<RankedRound>& rounds,
               const std::vector<Decision>& decided, const std::string& category) {
  Table table{category, {}};
  std::set<std::string_view> placed;
  const auto decisions = numbered(decided, category);
  for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
    const auto works = stayed(*round, placed, category);
    std::unordered_map<std::string_view, const EntryScore*> by_code;
    for (const auto* work : works) by_code.emplace(work->code, work);
    const int before = static_cast<int>(table.places.size());
    for (const auto& place : rank_entries(rules, works, decisions)) {
      const auto& work = *by_code.at(place.code);
      table.places.push_back({place.code, work.category, round->number, *work.score, before + place.rank,
                              place.decided_by, place.open_tie});
    }
  }
  return table;
}

bool is_ranked(const rules::Prize& prize) { return prize.kind == "ranked"; }

/// How many ranked prizes a table can win.
int prize_places(const rules::RuleBook& rules, const std::string& category) {
  int places = 0;
  for (const auto& prize : rules.prizes) {
    if (!is_ranked(prize) || (prize.scope == "category") == category.empty()) continue;
    if (category.empty() || prize.categories.empty() || std::ranges::count(prize.categories, category) > 0)
      places += prize.count;
  }
  return places;
}

void add_open_ties(const rules::RuleBook& rules, const Table& table, std::vector<OpenTie>& out) {
  const int places = prize_places(rules, table.category);
  for (const auto& place : table.places) {
    if (!place.open_tie || place.rank > places) continue;
    if (out.empty() || out.back().category != table.category || out.back().rank != place.rank)
      out.push_back({table.category, place.rank, {}});
    out.back().codes.push_back(place.code);
  }
}

std::vector<std::string> categories_with_works(const rules::RuleBook& rules,
                                               const std::vector<RankedRound>& rounds) {
  std::set<std::string_view> present;
  for (const auto& round : rounds)
    for (const auto& work : round.works) present.insert(work.category);
  std::vector<std::string> out;
  for (const auto& category : rules.categories)
    if (present.contains(category.id)) out.push_back(category.id);
  return out;
}

std::vector<Table> tables_of(const rules::RuleBook& rules, const std::vector<RankedRound>& rounds,
                             const std::vector<Decision>& decided) {
  std::vector<Table> out;
  for (const auto& category : categories_with_works(rules, rounds))
    out.push_back(table_of(rules, rounds, decided, category));
  if (prize_places(rules, "") > 0) out.push_back(table_of(rules, rounds, decided, ""));
  return out;
}

std::vector<OpenTie> ties_of(const rules::RuleBook& rules, const std::vector<Table>& tables) {
  std::vector<OpenTie> out;
  for (const auto& table : tables) add_open_ties(rules, table, out);
  return out;
}

}  // namespace

void rank(const rules::RuleBook& rules, Ranking& ranking) {
  ranking.tables = tables_of(rules, ranking.rounds, ranking.decisions);
  ranking.open_ties = ties_of(rules, ranking.tables);
}

std::vector<OpenTie> undecided_ties(const rules::RuleBook& rules, const Ranking& ranking) {
  return ties_of(rules, tables_of(rules, ranking.rounds, {}));
}

const Place* find_place(const Ranking& ranking, const std::string& code, bool whole_contest) {
  const Place* found = nullptr;
  for (const auto& table : ranking.tables)
    for (const auto& place : table.places)
      if (place.code == code && (!found || table.category.empty() == whole_contest)) found = &place;
  return found;
}

std::vector<scoring::PrizeCandidate> prize_candidates(
    const Ranking& ranking, const std::map<std::string, std::vector<std::string>>& authors) {
  std::map<std::string, scoring::PrizeCandidate> out;
  for (const auto& table : ranking.tables) {
    for (const auto& place : table.places) {
      auto& candidate = out[place.code];
      candidate.code = place.code;
      candidate.category = place.category;
      candidate.score = place.score;
      (table.category.empty() ? candidate.rank : candidate.rank_in_category) = place.rank;
      if (const auto keys = authors.find(place.code); keys != authors.end()) {
        const std::set<std::string> each_once(keys->second.begin(), keys->second.end());
        candidate.authors.assign(each_once.begin(), each_once.end());
      }
    }
  }
  std::vector<scoring::PrizeCandidate> list;
  for (auto& [code, candidate] : out) list.push_back(std::move(candidate));
  return list;
}

scoring::PrizeRule prize_rule(const rules::RuleBook& rules) {
  auto prizes = rules.prizes;
  std::erase_if(prizes, [](const rules::Prize& prize) { return !is_ranked(prize); });
  std::ranges::stable_sort(prizes, {}, &rules::Prize::rank);
  scoring::PrizeRule rule;
  for (const auto& prize : prizes)
    rule.tiers.push_back({prize.id, prize.count,
                          prize.min_score ? std::optional(to_rational(*prize.min_score)) : std::nullopt,
                          prize.scope == "category", prize.categories, prize.joint});
  rule.awards_per_author = rules.awards_per_author;
  rule.ties =
      rules.ties_at_prize_line == "all_pass" ? scoring::TiesAtLine::all_pass : scoring::TiesAtLine::decide;
  return rule;
}

}  // namespace guong::standings
