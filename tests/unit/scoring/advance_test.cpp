// Who goes on to the next round, at every kind of line.
#include "guong/scoring/advance.h"

#include <catch2/catch.hpp>

using namespace guong;
using namespace guong::scoring;

namespace {

using Codes = std::vector<std::string>;

/// B and C have one score, and the tie-breaks put B first; D and E are equal to the last.
const std::vector<Standing> kFive = {{"E", 60, 4}, {"C", 80, 3}, {"D", 60, 4}, {"A", 90, 1}, {"B", 80, 2}};

}  // namespace

TEST_CASE("All go on, in order of rank") { CHECK(advancing({}, kFive) == Codes{"A", "B", "C", "D", "E"}); }

TEST_CASE("The first n go on") {
  CHECK(advancing({Advance::top_n, 1, true}, kFive) == Codes{"A"});
  CHECK(advancing({Advance::top_n, 3, true}, kFive) == Codes{"A", "B", "C"});
  CHECK(advancing({Advance::top_n, 99, true}, kFive).size() == 5);
  CHECK(advancing({Advance::top_n, 0, true}, kFive).empty());
  CHECK(advancing({Advance::top_n, 3, true}, {}).empty());
}

TEST_CASE("Equal scores at the line all pass, or the tie-breaks decide") {
  CHECK(advancing({Advance::top_n, 2, true}, kFive) == Codes{"A", "B", "C"});
  CHECK(advancing({Advance::top_n, 2, false}, kFive) == Codes{"A", "B"});
}

TEST_CASE("Those whom even the tie-breaks left equal are not parted by the spelling of their codes") {
  CHECK(advancing({Advance::top_n, 4, false}, kFive) == Codes{"A", "B", "C", "D", "E"});
}

TEST_CASE("Per cent is of all that are ranked, rounded up") {
  CHECK(advancing({Advance::top_percent, 20, true}, kFive) == Codes{"A"});
  CHECK(advancing({Advance::top_percent, 21, false}, kFive) == Codes{"A", "B"});
  CHECK(advancing({Advance::top_percent, 60, true}, kFive) == Codes{"A", "B", "C"});
  CHECK(advancing({Advance::top_percent, 100, true}, kFive).size() == 5);
  CHECK(advancing({Advance::top_percent, Rational(1) / 10, true}, kFive) == Codes{"A"});
}

TEST_CASE("A minimum score lets in those who have it exactly") {
  CHECK(advancing({Advance::min_score, 80, true}, kFive) == Codes{"A", "B", "C"});
  CHECK(advancing({Advance::min_score, Rational(801) / 10, true}, kFive) == Codes{"A"});
  CHECK(advancing({Advance::min_score, 91, true}, kFive).empty());
}
