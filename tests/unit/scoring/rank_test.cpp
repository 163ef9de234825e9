// Ranks, tie-breaks and the head's decisions.
#include "guong/scoring/rank.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "guong/base/random.h"

using namespace guong;
using namespace guong::scoring;

namespace {

using By = TieBreakStep::By;

Competitor competitor(const char* code, Rational score, Rational content = 0, Rational highest = 0,
                      Rational spread = 0) {
  return {code,
          "writing",
          std::move(score),
          {{"content", std::move(content)}},
          std::move(highest),
          std::move(spread)};
}

const std::vector<TieBreakStep> kChain = {
    {By::criterion, "content"}, {By::highest_card, ""}, {By::smallest_spread, ""}};

/// "A1 B2 C2" with what decided.
std::string told(const std::vector<Ranked>& ranks) {
  std::string out;
  for (const auto& r : ranks) {
    out += (out.empty() ? "" : ", ") + r.code + " " + std::to_string(r.rank) + " " + r.decided_by +
           (r.open_tie ? " open" : "");
  }
  return out;
}

}  // namespace

TEST_CASE("Scores alone rank when they differ") {
  CHECK(told(ranked({competitor("B", 70), competitor("A", 90), competitor("C", 80)}, kChain, {})) ==
        "A 1 score, C 2 score, B 3 score");
  CHECK(ranked({}, kChain, {}).empty());
}

TEST_CASE("A difference that no rounding shows still ranks") {
  const Rational a = Rational(250) / 3, b = a + Rational(1) / 1'000'000'007;
  CHECK(told(ranked({competitor("A", a), competitor("B", b)}, {}, {})) == "B 1 score, A 2 score");
}

TEST_CASE("Without tie-breaks equals share a rank and the next is skipped") {
  CHECK(told(ranked({competitor("D", 70), competitor("C", 80), competitor("B", 80), competitor("A", 90)}, {},
                    {})) == "A 1 score, B 2 shared, C 2 shared, D 4 score");
}

TEST_CASE("Each step of the chain parts those whom the ones before left equal") {
  const std::vector<Competitor> tied = {competitor("A", 80, 50, 85, 9), competitor("B", 80, 50, 85, 4),
                                        competitor("C", 80, 50, 88, 9), competitor("D", 80, 52, 81, 2)};
  CHECK(told(ranked(tied, kChain, {})) ==
        "D 1 criterion:content, C 2 highest_card, B 3 smallest_spread, A 4 smallest_spread");
}

TEST_CASE("Those whom the whole chain leaves equal share") {
  const std::vector<Competitor> tied = {competitor("A", 80, 50, 85, 9), competitor("B", 80, 50, 85, 9),
                                        competitor("C", 80, 49, 99, 0)};
  CHECK(told(ranked(tied, kChain, {})) == "A 1 shared, B 1 shared, C 3 criterion:content");
}

TEST_CASE("Steps after shared do not count") {
  const std::vector<TieBreakStep> chain = {{By::shared, ""}, {By::highest_card, ""}};
  CHECK(told(ranked({competitor("A", 80, 0, 81), competitor("B", 80, 0, 99)}, chain, {})) ==
        "A 1 shared, B 1 shared");
}

TEST_CASE("The head's decision parts a tie, and is asked for while it is missing") {
  const std::vector<TieBreakStep> chain = {{By::head_decision, ""}};
  const std::vector<Competitor> tied = {competitor("A", 80), competitor("B", 80), competitor("C", 70)};
  CHECK(told(ranked(tied, chain, {})) == "A 1 shared open, B 1 shared open, C 3 score");
  CHECK(told(ranked(tied, chain, {{"A", 2}})) == "A 1 shared open, B 1 shared open, C 3 score");
  CHECK(told(ranked(tied, chain, {{"A", 2}, {"B", 1}})) == "B 1 head_decision, A 2 head_decision, C 3 score");
  CHECK(told(ranked(tied, chain, {{"A", 1}, {"B", 1}})) == "A 1 shared, B 1 shared, C 3 score");
}

TEST_CASE("A decision does not touch those whom the marks part") {
  const std::vector<TieBreakStep> chain = {{By::highest_card, ""}, {By::head_decision, ""}};
  CHECK(told(ranked({competitor("A", 80, 0, 90), competitor("B", 80, 0, 85)}, chain, {{"A", 2}, {"B", 1}})) ==
        "A 1 highest_card, B 2 highest_card");
}

TEST_CASE("A mean that a criterion lacks counts as nought") {
  Competitor without = competitor("A", 80);
  without.criterion_means.clear();
  CHECK(told(ranked({without, competitor("B", 80, 1)}, kChain, {})) ==
        "B 1 criterion:content, A 2 criterion:content");
}

TEST_CASE("Ranks do not depend on the order in which entries are read") {
  SeededRandom random(5);
  for (int round = 0; round < 100; ++round) {
    std::vector<Competitor> all;
    for (char code = 'A'; code < 'K'; ++code) {
      const auto small = [&] { return Rational(static_cast<long>(random.below(3))); };
      all.push_back(competitor(std::string(1, code).c_str(), small(), small(), small(), small()));
    }
    const std::string expected = told(ranked(all, kChain, {}));
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random.below(i)]);
    CHECK(told(ranked(all, kChain, {})) == expected);
  }
}

TEST_CASE(
    "A rank is one more than the number of those before, and nobody with less stands before one with more") {
  SeededRandom random(6);
  for (int round = 0; round < 50; ++round) {
    std::vector<Competitor> all;
    std::map<std::string, Rational> score_of;
    for (char code = 'A'; code < 'P'; ++code) {
      all.push_back(competitor(std::string(1, code).c_str(), Rational(static_cast<long>(random.below(5))),
                               Rational(static_cast<long>(random.below(2)))));
      score_of[all.back().code] = all.back().score;
    }
    const auto ranks = ranked(all, kChain, {});
    REQUIRE(ranks.size() == all.size());
    for (const auto& r : ranks) {
      CHECK(r.rank ==
            1 + std::count_if(ranks.begin(), ranks.end(), [&](const Ranked& o) { return o.rank < r.rank; }));
      for (const auto& o : ranks) CHECK_FALSE((o.rank < r.rank && score_of[o.code] < score_of[r.code]));
    }
  }
}

TEST_CASE("Categories are ranked apart") {
  Competitor film = competitor("F", 60);
  film.category = "film";
  const auto ranks = ranked_by_category({competitor("A", 90), film, competitor("B", 95)}, {}, {});
  CHECK(told(ranks.at("writing")) == "B 1 score, A 2 score");
  CHECK(told(ranks.at("film")) == "F 1 score");
}
