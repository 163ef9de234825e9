// A contest's rules as a PDF, for who prints them or passes them on: in Vietnamese, in the form of an office.
#pragma once

#include <string>

#include "publishing/page_cache.h"

namespace guong::publishing {

/// Takes milliseconds: not for event threads. Empty when there is no such contest.
PageSource rules_pdf(const std::string& base_url, const std::string& slug);

}  // namespace guong::publishing
