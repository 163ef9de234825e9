// Time as a value: UTC microseconds. Code below `app` never asks a clock; it is given `now`.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guong {

struct Duration {
  std::int64_t micros = 0;
  friend auto operator<=>(const Duration&, const Duration&) = default;
};
constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000}; }
constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
constexpr Duration hours(std::int64_t n) { return minutes(n * 60); }
constexpr Duration days(std::int64_t n) { return hours(n * 24); }

struct Timestamp {
  std::int64_t micros = 0;
  friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};
constexpr Timestamp operator+(Timestamp t, Duration d) { return {t.micros + d.micros}; }
constexpr Timestamp operator-(Timestamp t, Duration d) { return {t.micros - d.micros}; }
constexpr Duration operator-(Timestamp a, Timestamp b) { return {a.micros - b.micros}; }

/// The system clock. Called at the edge only (arrival of a request, start of a command).
Timestamp system_now();

/// RFC 3339 in UTC with microseconds: "2026-05-20T10:00:00.000000Z".
std::string to_rfc3339(Timestamp t);
/// Reads RFC 3339 with any offset and 0 to 6 places of seconds; nothing when malformed.
std::optional<Timestamp> from_rfc3339(std::string_view text);
/// Whether the zone is Vietnam's, which people here take for granted: a text says it once or not at all.
bool is_vietnam(std::string_view zone);
/// "20/05/2026 17:00" in Vietnam, "20/05/2026 12:00 GMT+2" in any other time zone of the tz database.
std::string to_local_text(Timestamp t, std::string_view zone);
/// "20/05/2026 17:00", for the cells of a spreadsheet.
std::string to_local_time(Timestamp t, std::string_view zone);
/// "20/05/2026".
std::string to_local_date(Timestamp t, std::string_view zone);
/// "2026-05-20".
std::string to_local_iso_date(Timestamp t, std::string_view zone);
/// Whether the tz database has the zone.
bool known_zone(std::string_view zone);

}  // namespace guong
