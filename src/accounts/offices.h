// The one table of who confirms whom, and of roles that exclude each other. docs/security.md shows the same
// rows; a test holds it to these.
#pragma once

#include <span>

#include "guong/api/role.h"

namespace guong::accounts {

/// A role of a contest that an organiser proposes and that counts only once somebody else confirms it: any
/// holder of one of the offices named.
struct Confirmation {
  api::Role role;
  api::Roles confirmed_by;
};
std::span<const Confirmation> confirmations();
/// Empty when the role counts at once.
api::Roles confirmers_of(api::Role role);

/// Nobody holds both on one contest at the same time; a role on the installation counts for every contest.
struct Exclusion {
  api::Role one, other;
};
std::span<const Exclusion> exclusions();
bool exclude_each_other(api::Role a, api::Role b);

}  // namespace guong::accounts
