// Words and, with them, the moment at which they stop being true: the page cache keeps a page no longer.
#include "publishing/time_left.h"

namespace guong::publishing {

TimeLeft time_left(Timestamp now, Timestamp deadline, Lang lang) {
  constexpr Duration kInstant{1};
  const Duration left = deadline - now;
  const std::int64_t whole = left.micros / days(1).micros;
  // Exactly so many days are still so many; an instant later they are fewer.
  const Timestamp fewer = deadline - days(whole) + kInstant;
  if (whole > 1) return {message("publishing.days_left", lang, {{"days", std::to_string(whole)}}), fewer};
  if (whole == 1) return {message("publishing.over_a_day_left", lang), fewer};
  if (left > hours(1)) return {message("publishing.last_day", lang), deadline - hours(1)};
  return {message("publishing.last_hour", lang), deadline};
}

}  // namespace guong::publishing
