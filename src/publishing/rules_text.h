// A rule book written out in the order of a thể lệ, so that what is run is what is published.
#pragma once

#include "guong/base/messages.h"
#include "guong/contests/rule_book.h"
#include "publishing/html.h"

namespace guong::publishing {

/// `host_unit` is the host's full name. Every clause that the rule book holds appears.
Html rules_text(const contests::RuleBook& rules, const std::string& host_unit, Lang lang);

}  // namespace guong::publishing
