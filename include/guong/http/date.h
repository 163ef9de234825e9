// Dates as HTTP headers have them.
#pragma once

#include <string>

#include "guong/base/time.h"

namespace guong::http {

/// "Wed, 25 Jun 2026 16:00:00 GMT".
std::string http_date(Timestamp t);

}  // namespace guong::http
