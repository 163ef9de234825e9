// The balanced draw, held to trying everything on small problems and to bounds on large ones.
#include "guong/scoring/assign.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

using namespace guong;
using namespace guong::scoring;

namespace {

AssignmentProblem problem(std::size_t entries, std::size_t judges, int each) {
  return {entries, judges, std::vector<int>(entries, each), {}, std::vector<int>(judges, 0)};
}

std::vector<int> loads_after(const AssignmentProblem& p, const AssignmentDraw& draw) {
  std::vector<int> loads = p.loads;
  for (const auto& [e, j] : draw.pairs) ++loads.at(j);
  return loads;
}

int spread(const std::vector<int>& loads) {
  const auto [low, high] = std::minmax_element(loads.begin(), loads.end());
  return *high - *low;
}

long squares(const std::vector<int>& loads) {
  long sum = 0;
  for (const int load : loads) sum += static_cast<long>(load) * load;
  return sum;
}

/// Nobody twice on an entry, nobody barred, as many as there can be.
void check_sound(const AssignmentProblem& p, const AssignmentDraw& draw) {
  std::set<std::pair<std::size_t, std::size_t>> seen;
  std::map<std::size_t, int> given;
  for (const auto& pair : draw.pairs) {
    CHECK(seen.insert(pair).second);
    CHECK_FALSE(p.barred.contains(pair));
    ++given[pair.first];
  }
  for (std::size_t e = 0; e < p.entries; ++e) {
    int free = 0;
    for (std::size_t j = 0; j < p.judges; ++j) free += !p.barred.contains({e, j});
    CHECK(given[e] == std::min(free, p.wanted[e]));
    CHECK((std::count(draw.unstaffed.begin(), draw.unstaffed.end(), e) == 1) == (free < p.wanted[e]));
  }
}

/// The evenest loads there are, by trying every choice of judges.
long fewest_squares(const AssignmentProblem& p, std::size_t e, std::vector<int>& loads) {
  if (e == p.entries) return squares(loads);
  int free = 0;
  for (std::size_t j = 0; j < p.judges; ++j) free += !p.barred.contains({e, j});
  long best = -1;
  for (unsigned set = 0; set < 1U << p.judges; ++set) {
    bool fits = __builtin_popcount(set) == std::min(free, p.wanted[e]);
    for (std::size_t j = 0; j < p.judges; ++j) fits = fits && !((set >> j & 1) && p.barred.contains({e, j}));
    if (!fits) continue;
    for (std::size_t j = 0; j < p.judges; ++j) loads[j] += set >> j & 1;
    const long found = fewest_squares(p, e + 1, loads);
    if (best < 0 || found < best) best = found;
    for (std::size_t j = 0; j < p.judges; ++j) loads[j] -= set >> j & 1;
  }
  return best;
}

}  // namespace

TEST_CASE("Without conflicts every entry is staffed and loads differ by one at most") {
  for (const auto& [entries, judges, each] : {std::tuple{10, 4, 3}, {7, 5, 2}, {1, 3, 3}, {100, 7, 2}}) {
    SeededRandom random(1);
    const auto p = problem(static_cast<std::size_t>(entries), static_cast<std::size_t>(judges), each);
    const auto draw = draw_assignments(p, random);
    check_sound(p, draw);
    CHECK(draw.unstaffed.empty());
    CHECK(spread(loads_after(p, draw)) <= 1);
  }
}

TEST_CASE("Small problems come out as even as trying everything finds") {
  SeededRandom random(2);
  for (int round = 0; round < 400; ++round) {
    auto p = problem(1 + random.below(4), 1 + random.below(4), 1);
    for (auto& wanted : p.wanted) wanted = static_cast<int>(random.below(4));
    for (auto& load : p.loads) load = static_cast<int>(random.below(3));
    for (std::size_t e = 0; e < p.entries; ++e) {
      for (std::size_t j = 0; j < p.judges; ++j) {
        if (random.below(5) < 2) p.barred.insert({e, j});
      }
    }
    const auto draw = draw_assignments(p, random);
    check_sound(p, draw);
    std::vector<int> loads = p.loads;
    CHECK(squares(loads_after(p, draw)) == fewest_squares(p, 0, loads));
  }
}

TEST_CASE("A work changes hands when that is the only way to even loads") {
  // Entries 0 to 2 know both judges, entries 3 to 5 only the first: a greedy start must be undone.
  auto p = problem(6, 2, 1);
  for (std::size_t e = 3; e < 6; ++e) p.barred.insert({e, 1});
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    SeededRandom random(seed);
    CHECK(spread(loads_after(p, draw_assignments(p, random))) == 0);
  }
}

TEST_CASE("Entries that conflicts leave short are named, and get whom they can") {
  auto p = problem(3, 3, 2);
  p.barred = {{1, 0}, {1, 1}, {2, 0}, {2, 1}, {2, 2}};
  SeededRandom random(3);
  const auto draw = draw_assignments(p, random);
  check_sound(p, draw);
  CHECK(draw.unstaffed == std::vector<std::size_t>{1, 2});
  CHECK(std::count(draw.pairs.begin(), draw.pairs.end(), std::pair<std::size_t, std::size_t>{1, 2}) == 1);
}

TEST_CASE("Judges with works already get fewer new ones") {
  auto p = problem(6, 3, 1);
  p.loads = {4, 0, 2};
  SeededRandom random(4);
  CHECK(loads_after(p, draw_assignments(p, random)) == std::vector<int>{4, 4, 4});
}

TEST_CASE("Panels that share no judge are evened apart") {
  auto p = problem(20, 6, 2);
  for (std::size_t e = 0; e < 20; ++e) {
    for (std::size_t j = 0; j < 6; ++j) {
      if ((e < 15) != (j < 3)) p.barred.insert({e, j});
    }
  }
  SeededRandom random(5);
  const auto loads = loads_after(p, draw_assignments(p, random));
  CHECK(std::vector<int>(loads.begin(), loads.begin() + 3) == std::vector<int>{10, 10, 10});
  CHECK(std::accumulate(loads.begin() + 3, loads.end(), 0) == 10);
  CHECK(spread({loads.begin() + 3, loads.end()}) == 1);
}

TEST_CASE("A large contest with conflicts is staffed evenly") {
  auto p = problem(1'000, 40, 3);
  SeededRandom random(6);
  for (int i = 0; i < 4'000; ++i) p.barred.insert({random.below(1'000), random.below(40)});
  const auto draw = draw_assignments(p, random);
  check_sound(p, draw);
  CHECK(spread(loads_after(p, draw)) <= 1);
}

TEST_CASE("The same seed draws the same, another seed otherwise") {
  const auto p = problem(30, 10, 3);
  const auto drawn = [&](std::uint64_t seed) {
    SeededRandom random(seed);
    return draw_assignments(p, random).pairs;
  };
  CHECK(drawn(1) == drawn(1));
  CHECK(drawn(1) != drawn(2));
}

TEST_CASE("Chance mixes the company of judges") {
  const auto p = problem(200, 8, 2);
  SeededRandom random(7);
  std::map<std::size_t, std::vector<std::size_t>> judges_of;
  for (const auto& [e, j] : draw_assignments(p, random).pairs) judges_of[e].push_back(j);
  std::set<std::vector<std::size_t>> pairs;
  for (const auto& [e, judges] : judges_of) pairs.insert(judges);
  CHECK(pairs.size() > 20);  // of 28
}

TEST_CASE("Nothing to draw draws nothing") {
  SeededRandom random(8);
  CHECK(draw_assignments(problem(0, 0, 1), random).pairs.empty());
  CHECK(draw_assignments(problem(0, 3, 1), random).pairs.empty());
  CHECK(draw_assignments(problem(2, 0, 1), random).unstaffed == std::vector<std::size_t>{0, 1});
  CHECK(draw_assignments(problem(2, 0, 0), random).unstaffed.empty());
}
