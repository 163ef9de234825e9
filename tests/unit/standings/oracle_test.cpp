// Scores, ranks and tables of contests made by chance, held against an oracle that knows none of the program's ways:
// it says of each pair of works which stands before the other, straight from the words of the rules.
#include <catch2/catch.hpp>

#include "guong/standings/verify.h"
#include "support/random_contest.h"

using namespace guong;
using nlohmann::json;
using test::RandomContest;

namespace {

constexpr std::uint32_t kContests = 400;

/// One work in one round, computed from the rule book's JSON and the marks alone.
struct Judged {
  Rational score, highest, spread;
  std::map<std::string, Rational> means;
};

Rational number(const json& value) {
  return value.is_number_integer() ? to_rational({value.get<std::int64_t>(), 0})
                                   : to_rational(*decimal_from_double(value.get<double>()));
}

Rational mean(const std::vector<Rational>& v) {
  Rational sum;
  for (const auto& x : v) sum += x;
  return sum / static_cast<unsigned long>(v.size());
}

Rational combined(const json& round, std::vector<Rational> v) {
  std::sort(v.begin(), v.end());
  const auto how = round.value("combine", "mean");
  const auto n = v.size();
  if (how == "sum") return mean(v) * static_cast<unsigned long>(n);
  if (how == "median") return n % 2 == 1 ? v[n / 2] : Rational((v[n / 2 - 1] + v[n / 2]) / 2);
  if (how == "trimmed_mean" && n >= round["trim"]["from_cards"].get<std::size_t>())
    return mean({v.begin() + 1, v.end() - 1});
  return mean(v);
}

/// The two totals nearest to each other; of equal pairs the higher one.
Rational closest(std::vector<Rational> v) {
  Rational best, gap = -1;
  std::sort(v.begin(), v.end());
  for (std::size_t i = v.size() - 1; i > 0; --i)
    if (gap < 0 || v[i] - v[i - 1] < gap) {
      gap = v[i] - v[i - 1];
      best = (v[i] + v[i - 1]) / 2;
    }
  return best;
}

Judged judge(const json& round, const std::vector<standings::CountedCard>& cards) {
  std::vector<Rational> regular, all;
  std::optional<Rational> extra;
  for (const auto& card : cards) {
    Rational total;
    for (const auto& c : round["criteria"])
      total += number(c.value("weight", c["max"])) * to_rational(card.marks.at(c["id"])) / number(c["max"]);
    (card.extra ? extra.emplace(total) : regular.emplace_back(total));
    all.push_back(total);
  }
  Judged out;
  out.score = combined(round, regular);
  const auto gap = *std::ranges::max_element(regular) - *std::ranges::min_element(regular);
  bool alone = false;
  if (round.contains("discrepancy")) {
    const auto& rule = round["discrepancy"];
    const auto limit = number(rule["threshold"]);
    if (gap > limit || (rule["inclusive"] == true && gap == limit)) {
      REQUIRE(extra);
      alone = rule["then"] == "extra_alone";
      auto three = regular;
      three.push_back(*extra);
      const auto mark = alone ? *extra : rule["then"] == "mean_of_all" ? mean(three) : closest(three);
      // A mark settled after a discrepancy counts once for each regular judge.
      out.score =
          round["combine"] == "sum" ? Rational(mark * static_cast<unsigned long>(regular.size())) : mark;
    }
  }
  // Tie-breaks look at the cards that count.
  std::vector<Rational> counted;
  std::map<std::string, std::vector<Rational>> marks;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (alone && !cards[i].extra) continue;
    counted.push_back(all[i]);
    for (const auto& [id, mark] : cards[i].marks) marks[id].push_back(to_rational(mark));
  }
  for (const auto& [id, list] : marks) out.means[id] = mean(list);
  out.highest = *std::ranges::max_element(counted);
  out.spread = out.highest - *std::ranges::min_element(counted);
  return out;
}

class Oracle {
 public:
  explicit Oracle(const RandomContest& contest) : contest_(contest) {
    for (const auto& round : contest.file.ranking.rounds)
      for (const auto& work : round.works) {
        last_[work.code] = round.number;
        category_[work.code] = work.category;
        judged_[work.code] =
            judge(contest.document["rounds"][static_cast<std::size_t>(round.number) - 1], work.cards);
      }
  }

  /// 1 more than there are works of the table that stand before it.
  int rank(const std::string& code, const std::string& table) const {
    int before = 0;
    for (const auto& [other, round] : last_)
      if ((table.empty() || category_.at(other) == table) && stands_before(other, code, table)) ++before;
    return before + 1;
  }
  const Judged& of(const std::string& code) const { return judged_.at(code); }

 private:
  bool stands_before(const std::string& a, const std::string& b, const std::string& table) const {
    if (last_.at(a) != last_.at(b)) return last_.at(a) > last_.at(b);
    const auto &x = judged_.at(a), &y = judged_.at(b);
    if (x.score != y.score) return x.score > y.score;
    for (const auto& step : contest_.document["tie_breaks"]) {
      const auto by = step["by"].get<std::string>();
      if (by == "shared") return false;
      if (by == "head_decision") return decided_before(a, b, table);
      const auto value = [&](const Judged& j) {
        return by == "criterion"      ? j.means.at(step["criterion"])
               : by == "highest_card" ? j.highest
                                      : Rational(-j.spread);
      };
      if (value(x) != value(y)) return value(x) > value(y);
    }
    return false;
  }
  bool decided_before(const std::string& a, const std::string& b, const std::string& table) const {
    for (const auto& decision : contest_.file.ranking.decisions) {
      if (decision.category != table) continue;
      const auto at = [&](const std::string& code) { return std::ranges::find(decision.order, code); };
      if (at(a) != decision.order.end() && at(b) != decision.order.end()) return at(a) < at(b);
    }
    return false;
  }

  const RandomContest& contest_;
  std::map<std::string, int> last_;
  std::map<std::string, std::string> category_;
  std::map<std::string, Judged> judged_;
};

void compare(const RandomContest& contest) {
  const Oracle oracle(contest);
  for (const auto& table : contest.file.ranking.tables)
    for (const auto& place : table.places) {
      INFO(table.category << " " << place.code);
      CHECK(place.rank == oracle.rank(place.code, table.category));
      CHECK(place.score == oracle.of(place.code).score);
    }
}

std::string told(const standings::Table& table) {
  std::string out;
  for (const auto& place : table.places)
    out += place.code + std::to_string(place.rank) + place.decided_by + (place.open_tie ? "?" : "") + " ";
  return out;
}

}  // namespace

TEST_CASE(
    "Scores and ranks of contests made by chance are those of the oracle, before and after each decision") {
  int decisions = 0;
  for (std::uint32_t seed = 0; seed < kContests; ++seed) {
    INFO("seed " << seed);
    RandomContest contest(seed);
    REQUIRE(contest.why_not.empty());
    compare(contest);
    while (!contest.file.ranking.open_ties.empty()) {
      const auto before = contest.file.ranking.tables;
      const auto decided = contest.decide_one_tie();
      ++decisions;
      for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].category != decided) CHECK(told(before[i]) == told(contest.file.ranking.tables[i]));
      compare(contest);
    }
  }
  CHECK(decisions > 200);  // there was something to decide
}

TEST_CASE("What a board may decide by chance gives files that hold, and every prize follows from them") {
  std::map<std::string, int> kinds;
  for (std::uint32_t seed = 0; seed < kContests; ++seed) {
    INFO("seed " << seed);
    RandomContest contest(seed);
    contest.settle();
    const auto file = standings::results_file_json(contest.rules, contest.file);
    CHECK(test::told(standings::verify_results_file(file.dump(), test::verifier_key()).faults) ==
          std::vector<std::string>{});
    for (const auto& departure : file["departures"]) ++kinds[departure["kind"]];
    if (file["awards"].empty()) continue;
    auto fewer = file;
    fewer["awards"].erase(fewer["awards"].begin());
    CHECK_FALSE(standings::verify_results_file(fewer.dump(), std::nullopt).faults.empty());
  }
  for (const char* kind : {"vacant", "chosen", "joint", "given"}) CHECK(kinds[kind] > 10);
}
