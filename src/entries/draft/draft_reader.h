// A draft as clients send it: JSON, incomplete or not, within the limits of its fields.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "guong/entries/entry.h"

namespace guong::entries {

/// Throws every fault at once. What is absent is empty.
Draft read_draft(const nlohmann::json& body);

}  // namespace guong::entries
