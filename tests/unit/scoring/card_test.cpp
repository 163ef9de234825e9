// A card's total, and the faults of its marks.
#include "guong/scoring/card.h"
#include "guong/base/messages.h"

#include <catch2/catch.hpp>

using namespace guong;
using namespace guong::scoring;

namespace {

Decimal dec(const char* text) { return *parse_decimal(text); }

/// Points that add up to 100: weight is the maximum.
const std::vector<Criterion> kPoints = {{"content", dec("60"), dec("60"), dec("0.5")},
                                        {"style", dec("30"), dec("30"), dec("0.5")},
                                        {"format", dec("10"), dec("10"), dec("0.25")}};

}  // namespace

TEST_CASE("Points that add up give their sum") {
  CHECK(card_total(kPoints, {{"content", dec("52.5")}, {"style", dec("25")}, {"format", dec("8.25")}}) ==
        Rational(343) / 4);
}

TEST_CASE("Weights scale marks to the whole") {
  const std::vector<Criterion> weighted = {{"a", dec("40"), dec("10"), dec("0.25")},
                                           {"b", dec("30"), dec("10"), dec("0.25")},
                                           {"c", dec("30"), dec("10"), dec("0.25")}};
  CHECK(card_total(weighted, {{"a", dec("7.5")}, {"b", dec("8")}, {"c", dec("9.25")}}) == Rational(327) / 4);
}

TEST_CASE("A total is exact where decimals end") {
  const std::vector<Criterion> thirds = {{"a", dec("1"), dec("3"), dec("1")},
                                         {"b", dec("1"), dec("7"), dec("1")}};
  CHECK(card_total(thirds, {{"a", dec("1")}, {"b", dec("2")}}) == Rational(13) / 21);
}

TEST_CASE("Full marks give the sum of weights, none give nothing") {
  CHECK(card_total(kPoints, {{"content", dec("60")}, {"style", dec("30")}, {"format", dec("10")}}) == 100);
  CHECK(card_total(kPoints, {{"content", dec("0")}, {"style", dec("0")}, {"format", dec("0")}}) == 0);
}

TEST_CASE("Marks within range and on the step have no fault") {
  CHECK(mark_faults(kPoints, {{"content", dec("0")}, {"style", dec("30")}, {"format", dec("9.75")}}, true)
            .empty());
}

TEST_CASE("Every fault of a card is told at once, at its place") {
  const Marks marks = {
      {"content", dec("60.5")}, {"style", dec("10.25")}, {"format", dec("-1")}, {"charm", dec("1")}};
  const Params half_points{{"step_mark", "0.5"}, {"example_mark", "20"}, {"other_mark", "20.5"}};
  const std::vector<Fault> expected = {{"/marks/charm", "scoring.unknown_criterion", {}},
                                       {"/marks/content", "scoring.mark_out_of_range", {{"max_mark", "60"}}},
                                       {"/marks/style", "scoring.mark_off_step", half_points},
                                       {"/marks/format", "scoring.mark_out_of_range", {{"max_mark", "10"}}}};
  CHECK(mark_faults(kPoints, marks, true) == expected);
}

TEST_CASE(
    "A mark off the step is told by the step and by marks that can be given, in the reader's notation") {
  const auto faults = mark_faults(kPoints, {{"style", dec("20.25")}}, false);
  REQUIRE(faults.size() == 1);
  CHECK(message(faults[0].key, Lang::vi, faults[0].params) == "Điểm cho theo bước 0,5, ví dụ 20 hoặc 20,5.");
  CHECK(message(faults[0].key, Lang::en, faults[0].params) ==
        "Marks go in steps of 0.5, for example 20 or 20.5.");
}

TEST_CASE("A draft may lack marks, a finished card may not") {
  const Marks marks = {{"content", dec("50")}};
  CHECK(mark_faults(kPoints, marks, false).empty());
  CHECK(mark_faults(kPoints, marks, true) ==
        std::vector<Fault>{{"/marks/style", "scoring.mark_missing", {}},
                           {"/marks/format", "scoring.mark_missing", {}}});
}

TEST_CASE("An odd criterion id makes a proper JSON pointer") {
  CHECK(mark_faults(kPoints, {{"a/b~c", dec("1")}}, false).at(0).pointer == "/marks/a~1b~0c");
}

TEST_CASE("A scorecard with a maximum or a step of nought is an error, not a crash") {
  CHECK_THROWS_AS(card_total({{"a", dec("1"), dec("0"), dec("1")}}, {{"a", dec("0")}}), Error);
  CHECK_THROWS_AS(mark_faults({{"a", dec("1"), dec("1"), dec("0")}}, {{"a", dec("1")}}, true), Error);
}
