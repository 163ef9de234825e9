// From several cards to one score, exactly.
#include "guong/scoring/combine.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "guong/base/random.h"

using namespace guong;
using namespace guong::scoring;

namespace {

std::vector<Rational> totals(const std::vector<const char*>& texts) {
  std::vector<Rational> out;
  for (const char* text : texts) out.push_back(to_rational(*parse_decimal(text)));
  return out;
}
Rational num(const char* text) { return totals({text}).front(); }

CombineRule with_threshold(int threshold, bool inclusive, AfterDiscrepancy then) {
  CombineRule rule;
  rule.threshold = Rational(threshold);
  rule.inclusive = inclusive;
  rule.then = then;
  return rule;
}

CombineRule trimmed(int each_side, int from_cards) {
  CombineRule rule;
  rule.combine = Combine::trimmed_mean;
  rule.trim_each_side = each_side;
  rule.trim_from_cards = from_cards;
  return rule;
}

}  // namespace

TEST_CASE("A mean is exact") { CHECK(combined({}, totals({"80", "85", "85"})) == Rational(250) / 3); }

TEST_CASE("A trimmed mean drops the ends when there are cards enough") {
  CHECK(combined(trimmed(1, 4), totals({"10", "80", "82", "100"})) == 81);
  CHECK(combined(trimmed(1, 5), totals({"10", "80", "82", "100"})) == 68);
  CHECK(combined(trimmed(1, 0), totals({"60", "90"})) == 75);
  CHECK(combined(trimmed(2, 0), totals({"1", "2", "6", "7", "99"})) == 6);
}

TEST_CASE("Of equal ends only one is dropped") {
  CHECK(combined(trimmed(1, 3), totals({"90", "90", "60", "60"})) == 75);
}

TEST_CASE("A median is the middle, or the mean of the two in the middle") {
  CombineRule rule;
  rule.combine = Combine::median;
  CHECK(combined(rule, totals({"90", "10", "70"})) == 70);
  CHECK(combined(rule, totals({"90", "10", "70", "75"})) == num("72.5"));
  CHECK(combined(rule, totals({"42"})) == 42);
}

TEST_CASE("A sum adds up") {
  CombineRule rule;
  rule.combine = Combine::sum;
  CHECK(combined(rule, totals({"8.5", "9", "7.25"})) == num("24.75"));
}

TEST_CASE("No combination depends on the order of cards") {
  SeededRandom random(11);
  for (const auto combine : {Combine::mean, Combine::trimmed_mean, Combine::median, Combine::sum}) {
    CombineRule rule = trimmed(1, 3);
    rule.combine = combine;
    for (int round = 0; round < 50; ++round) {
      std::vector<Rational> cards;
      for (std::uint64_t i = 0; i <= random.below(6); ++i)
        cards.emplace_back(static_cast<long>(random.below(100)));
      std::sort(cards.begin(), cards.end());
      const Rational expected = combined(rule, cards);
      while (std::next_permutation(cards.begin(), cards.end()) && random.below(20) != 0) {
        CHECK(combined(rule, cards) == expected);
      }
    }
  }
}

TEST_CASE("Two judges mark, and a third alone decides when they are 20 or more apart") {
  const CombineRule rule = with_threshold(20, true, AfterDiscrepancy::extra_alone);
  struct Row {
    std::vector<const char*> regular;
    std::optional<Rational> third, final;
  };
  const Row rows[] = {{{"80", "70"}, std::nullopt, Rational(75)},
                      {{"80", "60.5"}, std::nullopt, num("70.25")},
                      {{"80", "60"}, Rational(72), Rational(72)},
                      {{"90", "50"}, std::nullopt, std::nullopt}};
  for (const auto& row : rows) {
    INFO(row.regular[0] << " and " << row.regular[1]);
    CHECK(score(rule, totals(row.regular), row.third) == row.final);
  }
}

TEST_CASE("The threshold itself triggers only when the rule book includes it") {
  const auto cards = totals({"80", "60"});
  CHECK(needs_extra(with_threshold(20, true, AfterDiscrepancy::mean_of_all), cards));
  CHECK_FALSE(needs_extra(with_threshold(20, false, AfterDiscrepancy::mean_of_all), cards));
  CHECK(needs_extra(with_threshold(20, false, AfterDiscrepancy::mean_of_all),
                    totals({"80", "70", "59.999999"})));
  CHECK_FALSE(needs_extra({}, totals({"100", "0"})));
  CHECK_FALSE(needs_extra(with_threshold(0, true, AfterDiscrepancy::mean_of_all), totals({"80"})));
}

TEST_CASE("After an extra card, all count, or the two closest, or it alone") {
  const auto regular = totals({"90", "60"});
  const auto settled = [&](AfterDiscrepancy then, int extra) {
    return score(with_threshold(20, false, then), regular, Rational(extra));
  };
  CHECK(settled(AfterDiscrepancy::mean_of_all, 72) == 74);
  CHECK(settled(AfterDiscrepancy::mean_of_two_closest, 72) == 66);
  CHECK(settled(AfterDiscrepancy::mean_of_two_closest, 80) == 85);
  CHECK(settled(AfterDiscrepancy::extra_alone, 72) == 72);
}

TEST_CASE("Of two pairs equally close the higher counts") {
  const CombineRule rule = with_threshold(20, false, AfterDiscrepancy::mean_of_two_closest);
  CHECK(score(rule, totals({"90", "60"}), Rational(75)) == num("82.5"));
  CHECK(score(rule, totals({"60", "90"}), Rational(75)) == num("82.5"));
  CHECK(score(rule, totals({"60", "90"}), Rational(60)) == 60);
}

TEST_CASE("A sum stays on its scale after an extra card") {
  CombineRule rule = with_threshold(20, false, AfterDiscrepancy::extra_alone);
  rule.combine = Combine::sum;
  CHECK(score(rule, totals({"80", "70"}), std::nullopt) == 150);
  CHECK(score(rule, totals({"90", "60"}), Rational(72)) == 144);
}

TEST_CASE("An extra card that was not needed does not count, and no card gives no score") {
  const CombineRule rule = with_threshold(20, false, AfterDiscrepancy::mean_of_all);
  CHECK(score(rule, totals({"80", "70"}), Rational(0)) == 75);
  CHECK_FALSE(score(rule, {}, Rational(80)));
}
