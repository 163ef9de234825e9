// Whose member an account is. What it says of its unit is a claim; the unit's coordinator, or an organiser of
// the unit, confirms or refuses it. A unit that has confirmed somebody goes on counting for conflicts of
// interest when they say another, until that one has confirmed them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/store/store.h"

namespace guong::accounts {

enum class MemberState { claimed, confirmed, refused };
std::string_view member_state_name(MemberState state);

/// What was decided on an account as a member of a unit; claimed where nothing was.
struct Membership {
  MemberState state = MemberState::claimed;
  std::string reason;  // of a refusal
};
Membership membership(store::Reader& reader, AccountId account, UnitId unit);
/// The unit that confirmed the account last, which may be another than it says now.
std::optional<UnitId> member_unit(store::Reader& reader, AccountId account);

/// Confirms those who say that they are of the unit or of one below it; gives how many were confirmed now. By
/// a coordinator or an organiser of the unit or of one above it; nobody confirms themselves.
int confirm_members(store::Tx& tx, const api::UseCaseContext& context, UnitId unit,
                    const std::vector<AccountId>& accounts);

}  // namespace guong::accounts
