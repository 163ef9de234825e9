// Use cases around invitations: make, revoke, accept.
#pragma once

#include <string>

#include "accounts/invitation_store.h"
#include "guong/accounts/grant.h"

namespace guong::accounts {

inline constexpr Duration kInvitationLife = days(14);

struct MadeInvitation {
  Invitation invitation;
  std::string token;  // shown once; only its hash is kept
};
MadeInvitation make_invitation(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                               api::Role role, std::string name, std::string note);
void revoke_invitation(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, InvitationId id);
/// Error{not_found, "accounts.invitation_gone"} when it is unknown, used, revoked or over.
Invitation open_invitation(store::Reader& reader, std::string_view token, Timestamp now);
GrantId accept_invitation(store::Tx& tx, const api::UseCaseContext& context, std::string_view token);

}  // namespace guong::accounts
