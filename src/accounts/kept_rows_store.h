// What records of roles and invitations are to say of the rows that their acts left. SQL only.
#pragma once

#include "guong/accounts/kept_rows.h"
#include "guong/api/use_case_context.h"

namespace guong::accounts {

/// The grant, the proposal of the same number, and the unit that counts for the account as a judge. `contest`
/// 0: a role on the installation.
std::string grant_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, GrantId grant,
                       AccountId account);
/// What was decided on the account as a member of units; of no contest.
std::string member_rows(store::Reader& reader, const api::Keys& keys, AccountId account);
std::string invitation_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                            InvitationId invitation);

}  // namespace guong::accounts
