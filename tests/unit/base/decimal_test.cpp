// Decimals and rationals: one form, exact sums, no rounding in secret.
#include "guong/base/decimal.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "guong/base/random.h"

using namespace guong;

TEST_CASE("A decimal is read to its one normal form") {
  struct Row {
    const char *text, *normal;
  };
  const Row rows[] = {{"0", "0"},
                      {"-0", "0"},
                      {"0.0", "0"},
                      {"12.50", "12.5"},
                      {"-12.5", "-12.5"},
                      {"007", "7"},
                      {"100", "100"},
                      {"0.25", "0.25"},
                      {"-0.05", "-0.05"},
                      {"0.000001", "0.000001"},
                      {"999999999999.999999", "999999999999.999999"}};
  for (const auto& row : rows) {
    INFO(row.text);
    const auto d = parse_decimal(row.text);
    REQUIRE(d);
    CHECK(to_text(*d) == row.normal);
    CHECK(parse_decimal(row.normal) == d);
  }
}

TEST_CASE("What is no decimal, or beyond the limits, is refused") {
  for (const char* text : {"", "-", ".", "1.", ".5", "+1", "1,5", "1e3", " 1", "1 ", "--1", "1.2.3", "0x10",
                           "nan", "0.0000001", "1000000000000", "1-1", "\u0661"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text));
  }
}

TEST_CASE("Every mark with two places survives the way through a JSON number") {
  for (int units = -1000; units <= 10'000; ++units) {
    const double number = units / 100.0;
    const auto d = decimal_from_double(number);
    REQUIRE(d);
    CHECK(to_rational(*d) == Rational(units) / 100);
    CHECK(to_double(*d) == number);
  }
}

TEST_CASE("A number that is no short decimal is refused, not rounded") {
  for (const double number :
       {0.1 + 0.2, 1e12, 1e300, 1e-7, std::nan(""), std::numeric_limits<double>::infinity()}) {
    INFO(number);
    CHECK_FALSE(decimal_from_double(number));
  }
  CHECK(decimal_from_double(-0.0) == Decimal{});
}

TEST_CASE("Sums of rationals are exact where doubles are not") {
  const Rational tenth = to_rational(*parse_decimal("0.1"));
  Rational sum;
  for (int i = 0; i < 10; ++i) sum += tenth;
  CHECK(sum == 1);
  CHECK(Rational(250) / 3 * 3 == 250);
}

TEST_CASE("A rational is written as a fraction in lowest terms and read back") {
  CHECK(to_text(Rational(500) / 6) == "250/3");
  CHECK(to_text(Rational(83)) == "83");
  CHECK(parse_rational("250/3") == Rational(250) / 3);
  CHECK(parse_rational("500/6") == Rational(250) / 3);
  CHECK(parse_rational("-7") == Rational(-7));
  SeededRandom random(2);
  for (int i = 0; i < 200; ++i) {
    Rational r(static_cast<long>(random.below(1'000'000)) - 500'000, 1 + random.below(1'000'000));
    r.canonicalize();
    CHECK(parse_rational(to_text(r)) == r);
  }
}

TEST_CASE("Digits of a rational are always decimal digits") {
  CHECK(parse_rational("010") == Rational(10));
  CHECK(parse_rational("09/012") == Rational(3) / 4);
}

TEST_CASE("What is no rational is refused") {
  for (const char* text :
       {"", "-", "/", "1/", "/2", "1/0", "1/00", "1/-2", "--1", "1.5", "0x10", "1 /2", "1/2/3", "a"}) {
    INFO(text);
    CHECK_FALSE(parse_rational(text));
  }
  CHECK_FALSE(parse_rational(std::string(401, '1')));
}

TEST_CASE("Rounding goes half away from zero and keeps its places") {
  struct Row {
    const char* number;
    int places;
    const char* text;
  };
  const Row rows[] = {{"1/2", 0, "1"},          {"-1/2", 0, "-1"},      {"3/2", 0, "2"},
                      {"5/2", 0, "3"},          {"49/100", 0, "0"},     {"1/8", 2, "0.13"},
                      {"-1/8", 2, "-0.13"},     {"250/3", 2, "83.33"},  {"500/3", 2, "166.67"},
                      {"-1/1000", 2, "0.00"},   {"7", 2, "7.00"},       {"0", 0, "0"},
                      {"1999/200", 2, "10.00"}, {"1/3", 6, "0.333333"}, {"201/200", 2, "1.01"}};
  for (const auto& row : rows) {
    INFO(row.number);
    CHECK(rounded(*parse_rational(row.number), row.places) == row.text);
  }
}
