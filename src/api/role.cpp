// Names of roles and where a grant counts: a grant without unit and contest counts everywhere, one on a unit
// counts for no contest by itself.
#include "guong/api/role.h"

#include <algorithm>

#include "guong/base/enum_names.h"
#include "guong/base/error.h"

namespace guong::api {
namespace {

constexpr EnumNames<Role, 8> kRoleNames{{{{Role::entrant, "entrant"},
                                          {Role::coordinator, "coordinator"},
                                          {Role::judge, "judge"},
                                          {Role::secretary, "secretary"},
                                          {Role::organiser, "organiser"},
                                          {Role::head, "head"},
                                          {Role::inspector, "inspector"},
                                          {Role::administrator, "administrator"}}}};

bool covers(const Grant& grant, ContestId contest) {
  return grant.contest ? *grant.contest == contest : !grant.unit;
}

}  // namespace

std::string_view role_name(Role role) { return kRoleNames.name(role); }
std::optional<Role> role_from_name(std::string_view name) { return kRoleNames.find(name); }

std::vector<Role> all_roles() {
  std::vector<Role> roles;
  for (const auto& named : kRoleNames.rows) roles.push_back(named.value);
  return roles;
}

bool signed_in(const Actor& actor) { return static_cast<bool>(actor.account); }

bool same_rights(const Actor& a, const Actor& b) {
  return a.account == b.account && a.session == b.session && std::ranges::is_permutation(a.grants, b.grants);
}

bool holds_anywhere(const Actor& actor, Role role) {
  if (role == Role::entrant) return signed_in(actor);
  return std::ranges::any_of(actor.grants, [&](const Grant& grant) { return grant.role == role; });
}

bool holds(const Actor& actor, Role role, ContestId contest) {
  if (role == Role::entrant) return signed_in(actor);
  return std::ranges::any_of(
      actor.grants, [&](const Grant& grant) { return grant.role == role && covers(grant, contest); });
}

void require(const Actor& actor, Role role, ContestId contest) {
  require_any(actor, Roles{} | role, contest);
}

void require_any(const Actor& actor, Roles roles, ContestId contest) {
  for (const auto role : all_roles())
    if (roles.has(role) && holds(actor, role, contest)) return;
  throw Error::not_found();
}

}  // namespace guong::api
