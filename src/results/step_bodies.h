// What a request for a step of a result says, as a step that can be taken: by the request itself, or later by a job.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "guong/results/result.h"

namespace guong::results {

struct Step {
  std::optional<ResultAction> action;  // none: computing
  /// Gives the result that it was about, or that it made.
  std::function<ResultId(store::Tx&, const api::UseCaseContext&, ContestId, ResultId, const ReadAhead&)> take;
};

/// "compute", "decide_tie", "join", "adjust", "propose", "approve", "publish". Error{invalid} with what is wrong
/// in the body.
Step read_step(std::string_view name, const nlohmann::json& body);

/// What takes long before its transaction.
ReadAhead read_ahead(const api::Services& services, const api::UseCaseContext& context, ContestId contest,
                     ResultId result, const Step& step, const TellProgress& tell = {});

}  // namespace guong::results
