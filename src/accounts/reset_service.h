// Use cases around forgotten passwords: ask, approve, make the link, redeem it, cancel. Each step is in the
// ledger and told to the account's owner.
#pragma once

#include <string>

#include "accounts/reset_store.h"
#include "guong/api/use_case_context.h"

namespace guong::accounts {

/// Leaves a request for the administrators when the account exists and has none open.
void request_reset(store::Tx& tx, const api::UseCaseContext& context, const Identifier& identifier,
                   std::string_view client);

/// Whether the actor may be one of the two for everybody: an administrator or inspector of the installation.
bool approves_everywhere(const api::Actor& actor);
/// Whether the actor may be one of the two who reset the account's password: those, and who runs a
/// contest in which the person holds a role. Never the person.
bool may_approve_reset(store::Reader& reader, const api::UseCaseContext& context, AccountId account);
void approve_reset(store::Tx& tx, const api::UseCaseContext& context, ResetId reset);

struct ResetLink {
  std::string token;
  Timestamp expires_at;
};
/// By an administrator. Nothing while somebody who holds a role has not been approved by two people; the
/// caller is then counted as one of them.
std::optional<ResetLink> make_reset_link(store::Tx& tx, const api::UseCaseContext& context, ResetId reset);
/// Sets the password, ends every session.
void redeem_reset(store::Tx& tx, const api::UseCaseContext& context, std::string_view token,
                  std::string_view password_hash);
/// The owner did not ask for it: the requests and their links of the actor's account are gone.
void cancel_resets(store::Tx& tx, const api::UseCaseContext& context);

}  // namespace guong::accounts
