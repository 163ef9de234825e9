// The parts of the route table of this module, one per subject; joined in routes.cpp.
#pragma once

#include <span>

#include "guong/api/route.h"

namespace guong::accounts {

std::span<const api::Route> own_account_routes();
std::span<const api::Route> session_routes();
std::span<const api::Route> reset_routes();
std::span<const api::Route> invitation_routes();
std::span<const api::Route> grant_routes();
std::span<const api::Route> confirmation_routes();
std::span<const api::Route> notice_routes();
std::span<const api::Route> member_routes();

}  // namespace guong::accounts
