// Times as RFC 3339 text, and local time by the tz database.
#include "guong/base/time.h"

#include <catch2/catch.hpp>

#include "guong/base/random.h"

using namespace guong;

TEST_CASE("A time is written in UTC with microseconds") {
  CHECK(to_rfc3339({0}) == "1970-01-01T00:00:00.000000Z");
  CHECK(to_rfc3339({-1}) == "1969-12-31T23:59:59.999999Z");
  CHECK(to_rfc3339({1'779'271'200'000'042}) == "2026-05-20T10:00:00.000042Z");
}

TEST_CASE("Any offset and any number of places is the same moment") {
  const auto moment = from_rfc3339("2026-05-20T10:00:00Z");
  REQUIRE(moment);
  for (const char* text :
       {"2026-05-20T17:00:00+07:00", "2026-05-20t10:00:00.0z", "2026-05-20T10:00:00.000000Z",
        "2026-05-20T04:30:00-05:30", "2026-05-21T00:00:00+14:00", "2026-05-20T10:00:00-00:00"}) {
    INFO(text);
    CHECK(from_rfc3339(text) == moment);
  }
  CHECK(from_rfc3339("2026-05-20T10:00:00.05Z") == *moment + Duration{50'000});
}

TEST_CASE("What is no RFC 3339 time is refused") {
  for (const char* text : {"",
                           "2026-05-20",
                           "2026-05-20T10:00Z",
                           "2026-05-20T10:00:00",
                           "2026-05-20 10:00:00Z",
                           "2026-5-20T10:00:00Z",
                           "2026-13-01T10:00:00Z",
                           "2026-00-01T10:00:00Z",
                           "2026-04-31T10:00:00Z",
                           "2026-02-29T10:00:00Z",
                           "2026-05-20T24:00:00Z",
                           "2026-05-20T10:60:00Z",
                           "2026-05-20T10:00:60Z",
                           "2026-05-20T10:00:00.Z",
                           "2026-05-20T10:00:00.1234567Z",
                           "2026-05-20T10:00:00+0700",
                           "2026-05-20T10:00:00+07",
                           "2026-05-20T10:00:00+24:00",
                           "2026-05-20T10:00:00ZZ",
                           " 2026-05-20T10:00:00Z",
                           "+026-05-20T10:00:00Z"}) {
    INFO(text);
    CHECK_FALSE(from_rfc3339(text));
  }
  CHECK(from_rfc3339("2024-02-29T10:00:00Z"));
  CHECK_FALSE(from_rfc3339("1900-02-29T10:00:00Z"));
}

TEST_CASE("Any time comes back from its text") {
  SeededRandom random(3);
  for (int i = 0; i < 500; ++i) {
    const Timestamp t{static_cast<std::int64_t>(random.below(6'000'000'000'000'000)) - 2'000'000'000'000'000};
    CHECK(from_rfc3339(to_rfc3339(t)) == t);
  }
}

TEST_CASE("Local time follows the zone, in summer and winter, over midnight") {
  const auto at = [](const char* text) { return *from_rfc3339(text); };
  CHECK(to_local_text(at("2026-05-20T10:00:00Z"), "Asia/Ho_Chi_Minh") == "20/05/2026 17:00");
  CHECK(to_local_text(at("2026-12-31T17:30:00Z"), "Asia/Ho_Chi_Minh") == "01/01/2027 00:30");
  CHECK(to_local_text(at("2026-07-01T10:00:00Z"), "Europe/Berlin") == "01/07/2026 12:00\u00a0GMT+2");
  CHECK(to_local_text(at("2026-01-01T10:00:59Z"), "Europe/Berlin") == "01/01/2026 11:00\u00a0GMT+1");
  CHECK(to_local_text(at("2026-01-01T10:00:00Z"), "UTC") == "01/01/2026 10:00\u00a0GMT");
  CHECK(to_local_text(at("2026-01-01T10:00:00Z"), "Asia/Kathmandu") == "01/01/2026 15:45\u00a0GMT+5:45");
  CHECK(to_local_text(at("2026-01-01T10:00:00Z"), "America/St_Johns") == "01/01/2026 06:30\u00a0GMT-3:30");
  CHECK(to_local_time(at("2026-05-20T10:00:00Z"), "Asia/Ho_Chi_Minh") == "20/05/2026 17:00");
  CHECK(to_local_date(at("2026-05-20T16:59:59Z"), "Asia/Ho_Chi_Minh") == "20/05/2026");
  CHECK(to_local_date(at("2026-05-20T17:00:00Z"), "Asia/Ho_Chi_Minh") == "21/05/2026");
  CHECK(to_local_iso_date(at("2026-05-20T16:59:59Z"), "Asia/Ho_Chi_Minh") == "2026-05-20");
  CHECK(to_local_iso_date(at("2026-05-20T17:00:00Z"), "Asia/Ho_Chi_Minh") == "2026-05-21");
}

TEST_CASE("A zone is known when the tz database has it") {
  for (const char* zone : {"Asia/Ho_Chi_Minh", "Asia/Saigon", "UTC", "Etc/GMT-7"}) {
    INFO(zone);
    CHECK(known_zone(zone));
  }
  for (const char* zone : {"", "Asia/Hanoi City", "Mars/Olympus", "GMT+07:30", "+07:00", "Etc/Unknown"}) {
    INFO(zone);
    CHECK_FALSE(known_zone(zone));
  }
}

TEST_CASE("Durations add up") {
  CHECK(Timestamp{5} + seconds(1) == Timestamp{1'000'005});
  CHECK(Timestamp{0} + days(1) - hours(24) == Timestamp{0});
  CHECK(Timestamp{0} + minutes(2) - Timestamp{0} == seconds(120));
}
