#include "guong/api/role.h"

#include <algorithm>
#include <array>

#include "guong/base/error.h"

namespace guong::api {
namespace {

struct NamedRole {
  Role role;
  std::string_view name;
};
constexpr std::array kNames{NamedRole{Role::entrant, "entrant"},     NamedRole{Role::coordinator, "coordinator"},
                            NamedRole{Role::judge, "judge"},         NamedRole{Role::secretary, "secretary"},
                            NamedRole{Role::organiser, "organiser"}, NamedRole{Role::head, "head"},
                            NamedRole{Role::inspector, "inspector"}, NamedRole{Role::administrator, "administrator"}};

bool covers(const Grant& grant, ContestId contest) { return grant.contest ? *grant.contest == contest : !grant.unit; }

}  // namespace

std::string_view role_name(Role role) {
  for (const auto& named : kNames)
    if (named.role == role) return named.name;
  return "";
}

std::optional<Role> role_from_name(std::string_view name) {
  for (const auto& named : kNames)
    if (named.name == name) return named.role;
  return std::nullopt;
}

std::vector<Role> all_roles() {
  std::vector<Role> roles;
  for (const auto& named : kNames) roles.push_back(named.role);
  return roles;
}

bool signed_in(const Actor& actor) { return static_cast<bool>(actor.account); }

bool holds_anywhere(const Actor& actor, Role role) {
  if (role == Role::entrant) return signed_in(actor);
  return std::ranges::any_of(actor.grants, [&](const Grant& grant) { return grant.role == role; });
}

bool holds(const Actor& actor, Role role, ContestId contest) {
  if (role == Role::entrant) return signed_in(actor);
  return std::ranges::any_of(actor.grants, [&](const Grant& grant) { return grant.role == role && covers(grant, contest); });
}

void require(const Actor& actor, Role role, ContestId contest) { require_any(actor, Roles{} | role, contest); }

void require_any(const Actor& actor, Roles roles, ContestId contest) {
  for (const auto& named : kNames)
    if (roles.has(named.role) && holds(actor, named.role, contest)) return;
  throw Error(ErrorKind::not_found, "base.not_found");
}

}  // namespace guong::api
