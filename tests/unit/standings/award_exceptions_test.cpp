// What the ranking gives has no exception; every way of giving otherwise shows as just the works that it concerns.
#include "guong/standings/award_exceptions.h"

#include <catch2/catch.hpp>

#include "unit/standings/published.h"

using namespace guong;
using standings::AwardException;
using standings::HeldPrize;
using test::published;

namespace {

std::vector<HeldPrize> held_in(const test::Published& of) {
  std::vector<HeldPrize> out;
  for (const auto& award : of.file.awards) out.push_back({award.prize, *award.code});
  return out;
}

std::vector<AwardException> exceptions(const test::Published& of, const std::vector<HeldPrize>& held) {
  return standings::award_exceptions(of.rules, of.file.ranking, held);
}

}  // namespace

TEST_CASE("Awards as the ranking gives them have no exception") {
  const auto contest = published();
  REQUIRE(held_in(contest).size() >= 2);
  CHECK(exceptions(contest, held_in(contest)).empty());
}

TEST_CASE("Swapped prizes pass the better work over") {
  const auto contest = published();
  auto held = held_in(contest);
  std::swap(held[0].code, held[1].code);
  const auto found = exceptions(contest, held);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0] == AwardException{"passed_over", held[0].prize, found[0].category, "AAA"});
}

TEST_CASE("A prize that was taken away leaves its place vacant to the work that ranked for it") {
  const auto contest = published();
  auto held = held_in(contest);
  const auto taken = held.front();
  held.erase(held.begin());
  const auto found = exceptions(contest, held);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].kind == "left_vacant");
  CHECK(found[0].prize == taken.prize);
  CHECK(found[0].code == taken.code);
}

TEST_CASE("Without any award every work that ranks for a prize is named") {
  const auto contest = published();
  const auto found = exceptions(contest, {});
  for (const auto& prize : held_in(contest))
    CHECK(std::ranges::any_of(found,
                              [&](const auto& e) { return e.prize == prize.prize && e.code == prize.code; }));
}
