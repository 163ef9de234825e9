// Rows of unit_member, beside what accounts say of their unit.
#pragma once

#include "guong/accounts/account.h"
#include "guong/accounts/member.h"

namespace guong::accounts {

/// An account that says it is of a unit, with what was decided on it.
struct Member {
  AccountId account;
  std::string name;
  std::optional<std::string> email, phone;
  UnitId unit;
  std::string unit_name;
  Membership membership;
  std::optional<Timestamp> decided_at;
  std::optional<std::string> decided_by;
};
/// Of the unit and those below it, in the order of accounts.
std::vector<Member> list_members(store::Reader& reader, UnitId unit, MemberState state, AccountId after,
                                 int limit);
/// Nothing unless the account says that it is of the unit or of one below it.
std::optional<Member> find_member(store::Reader& reader, UnitId unit, AccountId account);

struct Decision {
  AccountId account;
  UnitId unit;
  MemberState state = MemberState::confirmed;
  std::string reason;
};
/// Confirmed, the account is no other unit's any more.
void decide_member(store::Tx& tx, const Decision& decision, AccountId by, Timestamp now);
void forget_decision(store::Tx& tx, AccountId account, UnitId unit);
/// The account says another unit than the one that has confirmed it. Rows changed.
std::int64_t leave_other_units(store::Tx& tx, AccountId account, std::optional<UnitId> now_of);

}  // namespace guong::accounts
