// Verifying a published results file from the command line.
#pragma once

#include <string>

#include "guong/base/messages.h"

namespace guong::app {

/// Prints a line for each fault and remark, and a verdict. 0 when the file holds, 1 when it does not. `key`: a
/// verifier key, the name of a file that holds one, or empty. Error{unavailable} when the file cannot be read,
/// Error{malformed} when there is no such key.
int verify_results(const std::string& file, const std::string& key, Lang lang);

}  // namespace guong::app
