// Names of this module's jobs. The payload of each is the id of what it is about.
#pragma once

#include <string_view>

namespace guong::entries {

inline constexpr std::string_view kCloseIntakeJob = "close_intake";

}  // namespace guong::entries
