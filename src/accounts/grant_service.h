// Use cases around roles: give, propose, confirm, end.
#pragma once

#include "accounts/grant_store.h"

namespace guong::accounts {

/// The role may be held on a contest: judge, secretary, organiser, head, inspector.
bool is_contest_role(api::Role role);
/// Whether the actor may confirm what is proposed: see offices.h.
bool may_confirm(store::Reader& reader, const api::UseCaseContext& context, const NewGrant& proposed);

GrantId grant_on_contest(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);
/// Organiser and coordinator on a unit; organiser, inspector and administrator on the installation.
GrantId grant_on_installation(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);
/// Ends a grant of this contest now, or withdraws what is proposed.
void end_contest_grant(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, GrantId grant);
/// Ends a grant on a unit or the installation now. The last administrator stays.
void end_installation_grant(store::Tx& tx, const api::UseCaseContext& context, GrantId grant);

}  // namespace guong::accounts
