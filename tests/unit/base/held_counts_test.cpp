// Counts are taken once in ten minutes, and a slow count keeps nobody waiting.
#include "guong/base/held_counts.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

using namespace guong;

namespace {
constexpr Timestamp kBegin{minutes(10).micros * 1000};
using Numbers = HeldCounts<int, int>;
}  // namespace

TEST_CASE("Counts stay until the next ten minutes of the clock begin") {
  Numbers numbers;
  int works = 1;
  const auto at = [&](Duration after) { return numbers.get(1, kBegin + after, [&] { return works; }); };
  CHECK(at(minutes(3)).counts == 1);
  works = 2;
  CHECK(at(minutes(9)).counts == 1);
  CHECK(at(minutes(9)).at == kBegin + minutes(3));
  CHECK(at(minutes(9)).until == kBegin + minutes(10));
  CHECK(at(minutes(10)).counts == 2);
}

TEST_CASE("While one count is taken, others can be had") {
  Numbers numbers;
  bool had = false;
  numbers.get(1, kBegin, [&] {
    // Not the destructor of a future: that would wait for ever where the lock is held.
    auto other = std::make_shared<std::promise<int>>();
    auto answer = other->get_future();
    std::thread([&numbers, other] {
      other->set_value(numbers.get(2, kBegin, [] { return 2; }).counts);
    }).detach();
    had = answer.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
    return 1;
  });
  CHECK(had);
}

TEST_CASE("Of two who take the same counts at once, both get the first") {
  Numbers numbers;
  const auto late = numbers.get(1, kBegin, [&] {
    CHECK(numbers.get(1, kBegin, [] { return 7; }).counts == 7);
    return 8;
  });
  CHECK(late.counts == 7);
  CHECK(numbers.get(1, kBegin, [] { return 9; }).counts == 7);
}
