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

struct NewGrant {
  AccountId account;
  api::Role role;
  std::optional<ContestId> contest;
  std::optional<UnitId> unit;
  std::optional<Timestamp> from;  // now when absent
  std::optional<Timestamp> to;
  std::string decision;  // number of the decision it rests on, may be empty
};

/// Gives a role and records it. Error{conflict} "accounts.judge_conflict" when the person would judge a
/// contest that they organise or have entered, "accounts.already_held" when they hold just this. The right to
/// grant is the caller's to check.
GrantId grant_role(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant);

}  // namespace guong::accounts
