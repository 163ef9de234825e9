// Who belongs to a unit, by the word of those who may say so.
#pragma once

#include <string>
#include <vector>

#include "accounts/member_store.h"

namespace guong::accounts {

/// Error{not_found} unless the actor is coordinator or organiser of the unit or of one above it, or organiser
/// of the installation.
void require_members_of(store::Reader& reader, const api::Actor& actor, UnitId unit);
/// Of a list of e-mail addresses and phone numbers (the unit's own list of its people): those that no claim
/// of the unit has are left in `unmatched`. Who asks is passed over.
struct ListedPeople {
  std::vector<AccountId> accounts;
  std::vector<std::string> unmatched;
};
ListedPeople people_listed(store::Reader& reader, AccountId asking, UnitId unit,
                           const std::vector<std::string>& contacts);
void refuse_member(store::Tx& tx, const api::UseCaseContext& context, UnitId unit, AccountId account,
                   const std::string& reason);
/// Takes back what was decided: it is a claim again.
void undo_member(store::Tx& tx, const api::UseCaseContext& context, UnitId unit, AccountId account);
/// After an account has said another unit: what had confirmed it goes on counting for conflicts, and for no
/// right.
void leave_units(store::Tx& tx, const api::UseCaseContext& context, std::optional<UnitId> now_of);

}  // namespace guong::accounts
