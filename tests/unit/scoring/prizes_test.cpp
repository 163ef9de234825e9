// Allotting prizes: tiers, vacancies, limits per author, equals at a line.
#include "guong/scoring/prizes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "guong/base/random.h"

using namespace guong;
using namespace guong::scoring;

namespace {

PrizeCandidate candidate(const char* code, const char* category, Rational score, int rank,
                         int rank_in_category, std::vector<std::string> authors = {}) {
  return {code, category, std::move(score), rank, rank_in_category, std::move(authors)};
}
PrizeTier tier(const char* id, int count) { return {id, count, std::nullopt, false, {}}; }
PrizeTier each_category(const char* id, int count) { return {id, count, std::nullopt, true, {}}; }

/// "first:A second/film:B | undecided second 1 C D | vacant third 2"
std::string told(const Allotment& a) {
  const auto place = [](const std::string& id, const std::string& category) {
    return category.empty() ? id : id + "/" + category;
  };
  std::string out;
  for (const auto& x : a.allotted) out += (out.empty() ? "" : " ") + place(x.tier, x.category) + ":" + x.code;
  for (const auto& x : a.undecided) {
    out += " | undecided " + place(x.tier, x.category) + " " + std::to_string(x.places);
    for (const auto& code : x.codes) out += " " + code;
  }
  for (const auto& x : a.vacant)
    out += " | vacant " + place(x.tier, x.category) + " " + std::to_string(x.places);
  return out;
}

const std::vector<PrizeCandidate> kFour = {candidate("D", "text", 60, 4, 3), candidate("A", "text", 90, 1, 1),
                                           candidate("C", "text", 70, 3, 2),
                                           candidate("B", "film", 80, 2, 1)};

}  // namespace

TEST_CASE("Tiers are filled from the top, down the ranks") {
  CHECK(told(allot({{tier("first", 1), tier("second", 2)}}, kFour)) == "first:A second:B second:C");
}

TEST_CASE("Places without a candidate stay vacant") {
  CHECK(told(allot({{tier("first", 1), tier("second", 5)}}, kFour)) ==
        "first:A second:B second:C second:D | vacant second 2");
  CHECK(told(allot({{tier("first", 1)}}, {})) == " | vacant first 1");
}

TEST_CASE("A tier whose minimum nobody reaches is vacant, and the best win the next") {
  PrizeTier first = tier("first", 1);
  first.min_score = Rational(91);
  PrizeTier second = tier("second", 2);
  second.min_score = Rational(80);
  CHECK(told(allot({{first, second, tier("third", 1)}}, kFour)) ==
        "second:A second:B third:C | vacant first 1");
}

TEST_CASE("A tier may be for each category, or for some categories only") {
  CHECK(told(allot({{each_category("first", 1), tier("second", 1)}}, kFour)) ==
        "first/film:B first/text:A second:C");
  PrizeTier film = tier("first", 1);
  film.categories = {"film"};
  CHECK(told(allot({{film}}, kFour)) == "first:B");
  PrizeTier text = each_category("first", 2);
  text.categories = {"text"};
  CHECK(told(allot({{text}}, kFour)) == "first/text:A first/text:C");
}

TEST_CASE("An author wins no more than the limit; the next in rank moves up") {
  const std::vector<PrizeCandidate> works = {candidate("A", "text", 90, 1, 1, {"x"}),
                                             candidate("B", "text", 80, 2, 2, {"x", "y"}),
                                             candidate("C", "text", 70, 3, 3, {"y"})};
  CHECK(told(allot({{tier("first", 1), tier("second", 1)}, 1}, works)) == "first:A second:C");
  CHECK(told(allot({{tier("first", 1), tier("second", 1)}, 0}, works)) == "first:A second:B");
  CHECK(told(allot({{tier("first", 1), tier("second", 2)}, 2}, works)) == "first:A second:B second:C");
}

TEST_CASE("Equals for fewer places are left for a decision, and with them the tiers below") {
  const std::vector<PrizeCandidate> tied = {
      candidate("A", "text", 90, 1, 1), candidate("B", "text", 80, 2, 2), candidate("C", "text", 80, 2, 2),
      candidate("D", "text", 70, 4, 4)};
  CHECK(told(allot({{tier("first", 2), tier("second", 2)}}, tied)) == "first:A | undecided first 1 B C");
  CHECK(told(allot({{tier("first", 3), tier("second", 2)}}, tied)) ==
        "first:A first:B first:C second:D | vacant second 1");
}

TEST_CASE("Equals at the line win together when the rule book says so") {
  const std::vector<PrizeCandidate> tied = {
      candidate("A", "text", 90, 1, 1), candidate("B", "text", 80, 2, 2), candidate("C", "text", 80, 2, 2),
      candidate("D", "text", 70, 4, 4)};
  CHECK(told(allot({{tier("first", 2), tier("second", 1)}, 0, TiesAtLine::all_pass}, tied)) ==
        "first:A first:B first:C second:D");
}

TEST_CASE("An undecided line stops its own category and what spans it, no other") {
  const std::vector<PrizeCandidate> works = {
      candidate("A", "text", 90, 1, 1), candidate("B", "text", 90, 1, 1), candidate("F", "film", 80, 3, 1),
      candidate("G", "film", 70, 4, 2)};
  const PrizeRule rule{{each_category("first", 1), each_category("second", 1), tier("best", 1)}};
  CHECK(told(allot(rule, works)) == "first/film:F second/film:G | undecided first/text 1 A B");
}

TEST_CASE("A tier of the whole contest that passes by the undecided category goes on") {
  const std::vector<PrizeCandidate> works = {
      candidate("A", "text", 90, 1, 1), candidate("B", "text", 90, 1, 1), candidate("F", "film", 80, 3, 1)};
  PrizeTier film = tier("film", 1);
  film.categories = {"film"};
  CHECK(told(allot({{each_category("first", 0), tier("none", 0)}}, works)).empty());
  PrizeTier text = each_category("first", 1);
  text.categories = {"text"};
  CHECK(told(allot({{text, film}}, works)) == "film:F | undecided first/text 1 A B");
}

TEST_CASE("Equal works of one author who may win with only one of them are left for a decision") {
  const std::vector<PrizeCandidate> works = {candidate("A", "text", 90, 1, 1, {"x"}),
                                             candidate("B", "text", 90, 1, 1, {"x"}),
                                             candidate("C", "text", 80, 3, 3, {"y"})};
  for (const auto ties : {TiesAtLine::decide, TiesAtLine::all_pass}) {
    CHECK(told(allot({{tier("first", 2)}, 1, ties}, works)) == " | undecided first 2 A B");
  }
}

TEST_CASE("Works elsewhere wait while an undecided line may use up their author's limit") {
  const std::vector<PrizeCandidate> works = {
      candidate("A", "film", 90, 1, 1, {"x"}), candidate("B", "film", 90, 1, 1, {"y"}),
      candidate("C", "text", 80, 3, 1, {"x"}), candidate("D", "text", 70, 4, 2, {"z"})};
  const PrizeRule limited{{each_category("first", 1)}, 1};
  CHECK(told(allot(limited, works)) == " | undecided first/film 1 A B");
  CHECK(told(allot({{each_category("first", 1)}}, works)) == "first/text:C | undecided first/film 1 A B");
  // The head put B first: A takes nothing, so its author may win with C.
  auto decided = works;
  decided[0].rank = decided[0].rank_in_category = 2;
  CHECK(told(allot(limited, decided)) == "first/film:B first/text:C");
}

TEST_CASE("No candidate wins twice, no better one goes without, whatever the order of the input") {
  SeededRandom random(9);
  for (int round = 0; round < 100; ++round) {
    std::vector<PrizeCandidate> works;
    for (int i = 0; i < 12; ++i) {
      const std::string code(1, static_cast<char>('A' + i));
      works.push_back(candidate(code.c_str(), "text", Rational(100 - i), i + 1, i + 1,
                                {std::to_string(random.below(5))}));
    }
    const PrizeRule rule{{tier("first", 1), tier("second", 2), tier("third", 3)}, 2};
    const auto result = allot(rule, works);
    for (std::size_t i = works.size(); i > 1; --i) std::swap(works[i - 1], works[random.below(i)]);
    CHECK(told(allot(rule, works)) == told(result));
    std::map<std::string, int> wins, of_author;
    std::map<std::string, std::string> author_of;
    for (const auto& w : works) author_of[w.code] = w.authors.front();
    for (const auto& a : result.allotted) {
      CHECK(++wins[a.code] == 1);
      CHECK(++of_author[author_of[a.code]] <= 2);
    }
    CHECK(std::is_sorted(result.allotted.begin(), result.allotted.end(),
                         [](const Allotted& a, const Allotted& b) { return a.rank < b.rank; }));
    const int last = result.allotted.back().rank;
    for (const auto& w : works) {
      if (w.rank < last && !wins.contains(w.code)) CHECK(of_author[w.authors.front()] == 2);
    }
  }
}
