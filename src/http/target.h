// Reads the request target into a Request: path decoded once, query as sent.
#pragma once

#include <string_view>

#include "guong/http/message.h"

namespace guong::http {

void read_target(Request& request, std::string_view target);

}  // namespace guong::http
