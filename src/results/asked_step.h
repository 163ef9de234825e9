// Steps of results that a job takes: in a contest of tens of thousands of works they take longer than somebody should
// wait for an answer. One of a contest at a time; a crash midway leaves nothing half done, and the job begins anew.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "guong/api/call.h"
#include "guong/results/result.h"

namespace guong::results {

inline constexpr std::string_view kStepJob = "take_result_step";
/// What was not taken by then is not taken any more: whoever asked has gone, or asks again.
inline constexpr Duration kStepLife = hours(1);

/// Error{conflict, "results.step_under_way"} while another step of the contest waits.
void ask_for_step(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                  std::string_view action, const nlohmann::json& body);
/// `payload`: contest and step. Takes it as whoever asked, with the rights of now; a refusal is kept for them to read.
void take_asked_step(const api::Services& services, const std::string& payload, Timestamp now);
/// The contest's last step, or null: {id, action, state, phase, percent, asked_at, ended_at, result, problem}.
nlohmann::json asked_step_json(store::Reader& reader, store::ModuleState& state, ContestId contest,
                               Timestamp now, Lang lang);

}  // namespace guong::results
