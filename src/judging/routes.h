// The parts of the route table, one per file.
#pragma once

#include <span>
#include <string>
#include <tuple>

#include "guong/api/route.h"

namespace guong::judging {

std::span<const api::Route> panel_routes();
std::span<const api::Route> round_routes();
std::span<const api::Route> assignment_routes();
std::span<const api::Route> desk_routes();
std::span<const api::Route> flag_routes();
std::span<const api::Route> judge_change_routes();

/// Of lists by code alone.
struct CodeCursor {
  std::string code;
  static auto parts(auto& cursor) { return std::tie(cursor.code); }
};
/// The number of a round in the path; Error{not_found} when it is not one.
int path_round(const api::ReadCall& call);

}  // namespace guong::judging
