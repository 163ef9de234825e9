// How long a deadline is still away, in words that nobody has to work out. Pure.
#pragma once

#include <string>

#include "guong/base/messages.h"
#include "guong/base/time.h"

namespace guong::publishing {

struct TimeLeft {
  std::string text;
  Timestamp true_until;  // when the words change
};
/// Never promises more than there is: 12 days and 23 hours are "12 days left". `now` is before the deadline.
TimeLeft time_left(Timestamp now, Timestamp deadline, Lang lang);

}  // namespace guong::publishing
