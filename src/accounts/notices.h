// Telling an account's owner what others did to it, and administrators what the installation found. There is
// no mail: the account's page shows it.
#pragma once

#include "accounts/notice_store.h"

namespace guong::accounts {

/// "grant.proposed", "grant.confirmed", "grant.withdrawn", "grant.given", "grant.ended", "reset.requested",
/// "reset.approved", "reset.link_made", "reset.redeemed", "reset.cancelled", "password.changed",
/// "password.set_by_operator". Whoever acts is named.
void tell_owner(store::Tx& tx, const api::UseCaseContext& context, NewNotice notice);
void tell_about_grant(store::Tx& tx, const api::UseCaseContext& context, std::string_view kind,
                      const GrantRow& grant);

}  // namespace guong::accounts
