// Judges mark without knowing whose work it is, so they neither run the contest nor look over it; who looks
// over it has no part in it. Head, secretary and organisers can join codes with authors: the person who
// proposes them may not be the only one to have chosen them.
#include "accounts/offices.h"

#include <algorithm>

namespace guong::accounts {
namespace {

using api::Role;

constexpr Confirmation kConfirmations[] = {
    {Role::head, api::Roles{} | Role::administrator},
    {Role::secretary, Role::head | Role::administrator},
    {Role::organiser, Role::head | Role::administrator},
};

constexpr Exclusion kExclusions[] = {
    {Role::judge, Role::organiser}, {Role::judge, Role::secretary},     {Role::judge, Role::head},
    {Role::judge, Role::inspector}, {Role::inspector, Role::organiser}, {Role::inspector, Role::secretary},
    {Role::inspector, Role::head},
};

}  // namespace

std::span<const Confirmation> confirmations() { return kConfirmations; }
std::span<const Exclusion> exclusions() { return kExclusions; }

api::Roles confirmers_of(Role role) {
  const auto* row = std::ranges::find(kConfirmations, role, &Confirmation::role);
  return row == std::end(kConfirmations) ? api::Roles{} : row->confirmed_by;
}

bool exclude_each_other(Role a, Role b) {
  return std::ranges::any_of(kExclusions, [&](const Exclusion& row) {
    return (row.one == a && row.other == b) || (row.one == b && row.other == a);
  });
}

}  // namespace guong::accounts
