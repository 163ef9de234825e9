// A log's public key as commands take it.
#pragma once

#include <string>

#include "guong/ledger/checkpoint.h"

namespace guong::app {

/// The key itself, or the name of a file that holds it. Error{malformed, "app.not_a_verifier_key"}.
ledger::VerifierKey read_verifier_key(const std::string& given);

}  // namespace guong::app
