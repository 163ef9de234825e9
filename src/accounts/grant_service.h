// Use cases around roles: give, end.
#pragma once

#include "accounts/grant_store.h"

namespace guong::accounts {

/// The role may be held on a contest: judge, secretary, organiser, head, inspector.
bool is_contest_role(api::Role role);
/// Throws Error{conflict, "accounts.judge_conflict"} when holding the role on the contest as well would be
/// one.
void refuse_conflict(store::Reader& reader, const api::UseCaseContext& context, AccountId account,
                     api::Role role, ContestId contest);

GrantId grant_on_contest(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);
/// Organiser and coordinator on a unit; organiser, inspector and administrator on the installation.
GrantId grant_on_installation(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);
/// Ends a grant of this contest now.
void end_contest_grant(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, GrantId grant);
/// Ends a grant on a unit or the installation now. The last administrator stays.
void end_installation_grant(store::Tx& tx, const api::UseCaseContext& context, GrantId grant);

}  // namespace guong::accounts
