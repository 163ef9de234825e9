// How strict a judge is, from works that others marked too.
#include "guong/scoring/severity.h"

#include <catch2/catch.hpp>

using namespace guong;
using namespace guong::scoring;

TEST_CASE("A judge is as strict as the totals stand below those of the others on the same works") {
  const auto found = severities(
      {{"w1", "an", 80}, {"w1", "binh", 90}, {"w2", "an", 60}, {"w2", "binh", 64}, {"w2", "chi", 71}});
  REQUIRE(found.size() == 3);
  CHECK(found[0].judge == "an");
  CHECK(found[0].cards == 2);
  CHECK(found[0].compared == 2);
  CHECK(found[0].mean == 70);
  CHECK(found[0].lowest == 60);
  CHECK(found[0].highest == 80);
  // (80 - 90 + 60 - 67.5) / 2
  CHECK(*found[0].difference == Rational(-35, 4));
  // (90 - 80 + 64 - 65.5) / 2
  CHECK(*found[1].difference == Rational(17, 4));
  CHECK(*found[2].difference == 9);
}

TEST_CASE("Works that one judge alone marked tell nothing of the judge") {
  const auto found = severities({{"w1", "an", 95}, {"w2", "an", 50}, {"w2", "binh", 50}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].compared == 1);
  CHECK(*found[0].difference == 0);
  const auto alone = severities({{"w1", "an", 95}});
  CHECK_FALSE(alone.at(0).difference);
  CHECK(severities({}).empty());
}
