// From the rule book's allotment to awards, and the check of changes made by hand against the same rules.
#include "results/awards.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "guong/base/text.h"

namespace guong::results {
namespace {

/// Who an author is, for the limit of prizes per author: the account, or the name of a co-author without one.
std::vector<std::string> author_keys(const entries::Identity& identity) {
  std::vector<std::string> keys{"a" + std::to_string(identity.owner.value)};
  for (std::size_t i = 1; i < identity.authors.size(); ++i) {
    const auto& author = identity.authors[i];
    keys.push_back(author.account ? "a" + std::to_string(author.account->value) : "n" + fold(author.name));
  }
  return keys;
}

/// Those chosen at an undecided line stay at its rank; the others move behind them. True when that changed
/// anything.
bool put_chosen_first(const scoring::Undecided& line, const std::vector<Award>& chosen,
                      std::vector<scoring::PrizeCandidate>& candidates) {
  std::set<std::string> first;
  for (const auto& award : chosen)
    if (award.prize == line.tier && (line.category.empty() || award.category == line.category) &&
        std::ranges::count(line.codes, award.code) > 0)
      first.insert(award.code);
  if (first.empty() || first.size() == line.codes.size()) return false;
  for (auto& candidate : candidates) {
    if (std::ranges::count(line.codes, candidate.code) == 0 || first.contains(candidate.code)) continue;
    (line.category.empty() ? candidate.rank : candidate.rank_in_category) += static_cast<int>(first.size());
  }
  return true;
}

std::string work_pointer(std::size_t index, std::string_view field) {
  return "/changes/" + std::to_string(index) + "/" + std::string(field);
}

void add_count_faults(const rules::RuleBook& rules, const std::vector<Award>& awards,
                      std::vector<Fault>& faults) {
  std::map<std::pair<std::string, std::string>, int> given;
  for (const auto& award : awards) {
    const auto* prize = find_prize(rules, award.prize);
    if (!prize) continue;
    const auto scope = prize->scope == "category" ? award.category : "";
    if (++given[{prize->id, scope}] == prize->count + 1 && rules.ties_at_prize_line != "all_pass")
      faults.push_back({"/changes",
                        "results.too_many_prizes",
                        {{"prize", prize->name.vi}, {"count", std::to_string(prize->count)}}});
  }
}

void add_author_faults(const rules::RuleBook& rules, const JoinedByCode& works,
                       const std::vector<Award>& awards, std::vector<Fault>& faults) {
  if (rules.awards_per_author == 0) return;
  std::map<std::string, int> held;
  for (const auto& award : awards) {
    const auto work = works.find(award.code);
    if (work == works.end()) continue;
    for (const auto& key : author_keys(work->second.identity))
      if (++held[key] == rules.awards_per_author + 1)
        faults.push_back(
            {"/changes", "results.author_limit", {{"count", std::to_string(rules.awards_per_author)}}});
  }
}

}  // namespace

JoinedByCode joined_works(store::Reader& reader, const api::Keys& keys, const standings::Ranking& ranking,
                          ContestId contest) {
  std::vector<std::string> codes;
  for (const auto& work : ranking.rounds.front().works) codes.push_back(work.code);
  JoinedByCode out;
  for (auto& work : entries::open_joined(reader, keys, joined_codes(reader, contest), codes))
    out.emplace(work.code, std::move(work));
  return out;
}

scoring::Allotment allot_prizes(const rules::RuleBook& rules, const standings::Ranking& ranking,
                                const JoinedByCode& works, const std::vector<Award>& chosen) {
  std::map<std::string, std::vector<std::string>> authors;
  for (const auto& [code, work] : works) authors[code] = author_keys(work.identity);
  auto candidates = standings::prize_candidates(ranking, authors);
  const auto rule = standings::prize_rule(rules);
  // A decision at one line may uncover another below it. Each turn parts a group further, so it ends.
  while (true) {
    auto allotment = scoring::allot(rule, candidates);
    bool moved = false;
    for (const auto& line : allotment.undecided) moved |= put_chosen_first(line, chosen, candidates);
    if (!moved) return allotment;
  }
}

Award make_award(const rules::RuleBook& rules, const standings::Ranking& ranking, const JoinedByCode& works,
                 const AwardChange& change, const std::string& note) {
  Award award;
  award.prize = change.prize;
  award.category = change.category;
  award.code = change.code;
  award.unit = change.unit;
  award.note = note;
  const auto* prize = find_prize(rules, change.prize);
  if (prize) award.money = prize->money;
  if (const auto work = works.find(change.code); work != works.end()) {
    award.entry = work->second.entry;
    award.category = work->second.category;
  }
  if (const auto* place = standings::find_place(ranking, change.code, prize && prize->scope != "category")) {
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

std::vector<Fault> change_faults(const rules::RuleBook& rules, const standings::Ranking& ranking,
                                 const JoinedByCode& works, const std::vector<Award>& after,
                                 const std::vector<AwardChange>& changes) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto& change = changes[i];
    const auto* prize = find_prize(rules, change.prize);
    if (!prize) {
      faults.push_back({work_pointer(i, "prize"), "results.prize_unknown", {{"prize", change.prize}}});
      continue;
    }
    if (change.take) continue;
    const auto* place = standings::find_place(ranking, change.code, prize->scope != "category");
    if (!change.unit && (!place || !works.contains(change.code)))
      faults.push_back({work_pointer(i, "code"), "results.code_unknown", {{"code", change.code}}});
    else if (place && prize->min_score && place->score < to_rational(*prize->min_score))
      faults.push_back({work_pointer(i, "code"),
                        "results.below_min_score",
                        {{"code", change.code}, {"min", to_text(*prize->min_score)}}});
    else if (place && !prize->categories.empty() &&
             std::ranges::count(prize->categories, place->category) == 0)
      faults.push_back({work_pointer(i, "code"), "results.other_category", {{"code", change.code}}});
  }
  add_count_faults(rules, after, faults);
  add_author_faults(rules, works, after, faults);
  return faults;
}

}  // namespace guong::results
