// Roles that accounts hold on the installation, a unit or a contest, from a date to a date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/store/store.h"

namespace guong::accounts {

/// A look-up of a later module: whether a fact there (an entry of one's own) bars the account from judging the
/// contest.
using JudgingBar = bool (*)(store::Reader&, const api::Keys&, AccountId, ContestId);
/// Those of one installation: `app` sets them in the store's state before anything is served.
struct JudgingBars {
  std::vector<JudgingBar> all;
};

/// What people read of a contest, which a later module keeps.
struct ContestName {
  std::string slug, vi, en;
};
/// The look-up of a later module, which `app` sets in the store's state before anything is served.
struct ContestNames {
  std::optional<ContestName> (*find)(store::Reader&, ContestId) = nullptr;
};

/// The unit that conflicts of interest of a judge go by: the account's when the role was given, and the one
/// that had confirmed them, until the head has confirmed another.
void set_judge_unit(store::Tx& tx, ContestId contest, AccountId judge, std::optional<UnitId> unit);

struct NewGrant {
  AccountId account;
  api::Role role;
  std::optional<ContestId> contest;
  std::optional<UnitId> unit;
  std::optional<Timestamp> from;  // now when absent
  std::optional<Timestamp> to;
  std::string decision;  // number of the decision it rests on, may be empty
  AccountId by = {};     // who gives or proposes it; 0: the command line
};

/// Gives a role that counts at once, and records it. Error{conflict} "accounts.judge_conflict" or
/// "accounts.inspector_conflict" when the person would hold two roles that exclude each other at some time,
/// "accounts.already_held" when they hold just this. The right to grant is the caller's to check.
GrantId grant_role(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);
/// A contest's head, secretary or organiser: waits until somebody else confirms it. Other roles count at
/// once.
GrantId propose_role(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);
/// By a holder of an office that may confirm the role, who did not propose it and is not the person proposed.
void confirm_role(store::Tx& tx, const api::UseCaseContext& context, GrantId proposal);

}  // namespace guong::accounts
