// What people decided about prizes where the rule book leaves it open, on the page of a result.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "guong/base/messages.h"
#include "publishing/html.h"

namespace guong::publishing {

/// Each with its reason, who decided and when; empty without any.
Html departure_list(const nlohmann::json& results_file, Lang lang, std::string_view zone);

}  // namespace guong::publishing
