// RFC 3339 by hand (the standard library of C++20 here reads none), time zones through ICU's tz database.
#include "guong/base/time.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "guong/base/error.h"

namespace guong {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Fields {
  int year = 0;
  unsigned month = 0, day = 0;
  std::int64_t micros_of_day = 0;
};

Fields fields_of(std::int64_t micros) {
  constexpr std::int64_t kDay = days(1).micros;
  std::int64_t day = micros / kDay;
  if (micros % kDay < 0) --day;
  const year_month_day date{sys_days{std::chrono::days{day}}};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()), micros - day * kDay};
}

/// Reads exactly n digits from the front.
std::optional<int> digits(std::string_view& text, std::size_t n) {
  if (text.size() < n) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, n)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(n);
  return number;
}

bool take(std::string_view& text, std::string_view one_of) {
  if (text.empty() || one_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::int64_t> fraction(std::string_view& text) {
  if (!take(text, ".")) return 0;
  std::int64_t micros = 0, scale = 100'000;
  bool any = false;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), scale /= 10) {
    micros += (text.front() - '0') * scale;
    any = true;
    if (scale == 0) return std::nullopt;
  }
  return any ? std::optional(micros) : std::nullopt;
}

std::optional<Duration> offset(std::string_view& text) {
  if (take(text, "Zz")) return Duration{};
  if (text.empty()) return std::nullopt;
  const bool west = text.front() == '-';
  if (!take(text, "+-")) return std::nullopt;
  const auto h = digits(text, 2);
  if (!h || !take(text, ":")) return std::nullopt;
  const auto m = digits(text, 2);
  if (!m || *h > 23 || *m > 59) return std::nullopt;
  const Duration d = minutes(*h * 60 + *m);
  return west ? Duration{-d.micros} : d;
}

std::unique_ptr<icu::TimeZone> zone_named(std::string_view name) {
  const auto id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(id));
}

struct Local {
  Fields fields;
  int east = 0;  // minutes ahead of UTC
};

Local local_fields(Timestamp t, std::string_view zone) {
  std::int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone_named(zone)->getOffset(static_cast<double>(t.micros) / 1000.0, false, raw, summer, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "base.internal");
  return {fields_of(t.micros + (std::int64_t{raw} + summer) * 1000), (raw + summer) / 60'000};
}

template <class... Args>
std::string formatted(const char* pattern, Args... args) {
  char text[64];
  const int length = std::snprintf(text, sizeof text, pattern, args...);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace

Timestamp system_now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string to_rfc3339(Timestamp t) {
  const Fields f = fields_of(t.micros);
  const auto s = static_cast<int>(f.micros_of_day / 1'000'000);
  return formatted("%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", f.year, f.month, f.day, s / 3600, s / 60 % 60,
                   s % 60, static_cast<int>(f.micros_of_day % 1'000'000));
}

std::optional<Timestamp> from_rfc3339(std::string_view text) {
  const auto year = digits(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = digits(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = digits(text, 2);
  if (!day || !take(text, "Tt")) return std::nullopt;
  const auto hour = digits(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = digits(text, 2);
  if (!minute || !take(text, ":")) return std::nullopt;
  const auto second = digits(text, 2);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const auto micros = fraction(text);
  if (!micros) return std::nullopt;
  const auto east = offset(text);
  const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!east || !text.empty() || !date.ok()) return std::nullopt;
  const std::int64_t day_number = sys_days(date).time_since_epoch().count();
  return Timestamp{days(day_number).micros + seconds(*hour * 3600 + *minute * 60 + *second).micros +
                   *micros} -
         *east;
}

bool is_vietnam(std::string_view zone) { return zone == "Asia/Ho_Chi_Minh" || zone == "Asia/Saigon"; }

std::string to_local_text(Timestamp t, std::string_view zone) {
  if (is_vietnam(zone)) return to_local_time(t, zone);
  const int east = local_fields(t, zone).east;
  std::string text = to_local_time(t, zone) + "\u00a0GMT";  // never alone on a line
  if (east != 0) text += formatted("%c%d", east < 0 ? '-' : '+', std::abs(east) / 60);
  if (east % 60 != 0) text += formatted(":%02d", std::abs(east) % 60);
  return text;
}

std::string to_local_time(Timestamp t, std::string_view zone) {
  const Fields f = local_fields(t, zone).fields;
  const auto m = static_cast<int>(f.micros_of_day / 60'000'000);
  return formatted("%02u/%02u/%04d %02d:%02d", f.day, f.month, f.year, m / 60, m % 60);
}

std::string to_local_date(Timestamp t, std::string_view zone) {
  const Fields f = local_fields(t, zone).fields;
  return formatted("%02u/%02u/%04d", f.day, f.month, f.year);
}

std::string to_local_iso_date(Timestamp t, std::string_view zone) {
  const Fields f = local_fields(t, zone).fields;
  return formatted("%04d-%02u-%02u", f.year, f.month, f.day);
}

bool known_zone(std::string_view zone) {
  const auto id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
  UErrorCode status = U_ZERO_ERROR;
  UBool in_database = 0;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, in_database, status);
  return U_SUCCESS(status) && in_database;
}

}  // namespace guong
