// Who may do what: roles, and the grants that an account holds on the installation, a unit or a contest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"

namespace guong::api {

enum class Role : std::uint16_t {
  entrant = 1 << 0,       // held by every signed-in account
  coordinator = 1 << 1,   // on a unit
  judge = 1 << 2,         // on a contest
  secretary = 1 << 3,     // on a contest
  organiser = 1 << 4,     // on a unit (may create contests there) or a contest
  head = 1 << 5,          // on a contest
  inspector = 1 << 6,     // on a contest or the installation
  administrator = 1 << 7  // on the installation
};
std::string_view role_name(Role role);
std::optional<Role> role_from_name(std::string_view name);
std::vector<Role> all_roles();

/// A set of roles, for the route table.
struct Roles {
  std::uint16_t bits = 0;
  constexpr bool has(Role r) const { return bits & static_cast<std::uint16_t>(r); }
};
constexpr Roles operator|(Role a, Role b) {
  return {static_cast<std::uint16_t>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b))};
}
constexpr Roles operator|(Roles a, Role b) {
  return {static_cast<std::uint16_t>(a.bits | static_cast<std::uint16_t>(b))};
}

/// A role held on something. Neither contest nor unit: on the installation.
struct Grant {
  Role role;
  std::optional<ContestId> contest;
  std::optional<UnitId> unit;
  friend bool operator==(const Grant&, const Grant&) = default;
};

/// Who acts. `account` is 0 for a stranger. Holds only grants in force at the time of the request.
struct Actor {
  AccountId account;
  SessionId session;
  std::vector<Grant> grants;
};

bool signed_in(const Actor& actor);
/// Whether it is the same session with the same grants.
bool same_rights(const Actor& a, const Actor& b);
/// Whether the actor holds the role on anything (entrant: whenever signed in).
bool holds_anywhere(const Actor& actor, Role role);
/// On this contest, or on the installation.
bool holds(const Actor& actor, Role role, ContestId contest);
/// Throws Error{not_found, "base.not_found"} unless held: what is not one's own looks as if it did not exist.
void require(const Actor& actor, Role role, ContestId contest);
void require_any(const Actor& actor, Roles roles, ContestId contest);

}  // namespace guong::api
