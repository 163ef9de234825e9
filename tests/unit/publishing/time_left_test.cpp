// The words for the time left never promise too much, and say how long they hold.
#include "publishing/time_left.h"

#include <catch2/catch.hpp>

using namespace guong;
using publishing::time_left;

namespace {
constexpr Timestamp kDeadline{1'780'000'000'000'000};
std::string left(Duration before) { return time_left(kDeadline - before, kDeadline, Lang::vi).text; }
}  // namespace

TEST_CASE("The time left is told in whole days and never as more than it is") {
  CHECK(left(hours(12 * 24 + 23)) == "Còn 12 ngày");
  CHECK(left(days(2)) == "Còn 2 ngày");
  CHECK(left(seconds(2 * 86400 - 1)) == "Còn hơn một ngày");
  CHECK(left(seconds(86400 - 1)) == "Còn dưới 24 giờ");
  CHECK(left(minutes(59)) == "Còn dưới 1 giờ");
  CHECK(time_left(kDeadline - days(3), kDeadline, Lang::en).text == "3 days left");
}

TEST_CASE("The words hold until the moment that is given, and no longer") {
  Timestamp now = kDeadline - days(5) - hours(7);
  int changes = 0;
  while (now < kDeadline) {
    const auto told = time_left(now, kDeadline, Lang::vi);
    CHECK(told.true_until > now);
    CHECK(time_left({told.true_until.micros - 1}, kDeadline, Lang::vi).text == told.text);
    if (told.true_until < kDeadline) CHECK(time_left(told.true_until, kDeadline, Lang::vi).text != told.text);
    now = told.true_until;
    ++changes;
  }
  CHECK(now == kDeadline);
  CHECK(changes == 7);
}
