// The rules of holding roles: which exclude each other, over the whole time for which they are given. What
// only modules above know (entering) is asked through JudgingBars.
#include "accounts/grant_service.h"

#include <algorithm>

#include "accounts/account_store.h"
#include "accounts/contest_names.h"
#include "accounts/kept_rows_store.h"
#include "accounts/notices.h"
#include "accounts/offices.h"
#include "accounts/proposal_store.h"
#include "guong/api/record.h"

namespace guong::accounts {
namespace {

using api::Role;

bool same_place(const GrantRow& held, const NewGrant& wanted) {
  const auto unit = held.unit ? std::optional(held.unit->id) : std::nullopt;
  return held.contest == wanted.contest && unit == wanted.unit;
}

/// A role on the installation counts for every contest, one on a unit for none.
bool same_contest(const GrantRow& held, const NewGrant& wanted) {
  if (held.unit || wanted.unit) return false;
  return !held.contest || !wanted.contest || *held.contest == *wanted.contest;
}

bool same_time(const GrantRow& held, const NewGrant& wanted, Timestamp now) {
  const auto from = std::max(wanted.from.value_or(now), now);
  return (!held.to || *held.to > from) && (!wanted.to || held.from < *wanted.to);
}

void refuse_exclusion(Role wanted, Role held) {
  if (!exclude_each_other(wanted, held)) return;
  const bool inspects = wanted == Role::inspector || held == Role::inspector;
  throw Error(ErrorKind::conflict, inspects ? "accounts.inspector_conflict" : "accounts.judge_conflict");
}

/// `but`: a proposal that is being confirmed.
void refuse_conflicts(store::Reader& reader, const api::UseCaseContext& context, const NewGrant& wanted,
                      GrantId but) {
  for (const auto& held : coming_grants(reader, wanted.account, context.now)) {
    if (held.id == but || !same_time(held, wanted, context.now)) continue;
    if (held.role == api::role_name(wanted.role) && same_place(held, wanted))
      throw Error(ErrorKind::conflict, "accounts.already_held");
    if (same_contest(held, wanted)) refuse_exclusion(wanted.role, *api::role_from_name(held.role));
  }
  if (wanted.role != Role::judge || !wanted.contest) return;
  for (const auto bar : reader.state().of<JudgingBars>().all)
    if (bar(reader, context.keys, wanted.account, *wanted.contest))
      throw Error(ErrorKind::conflict, "accounts.judge_conflict");
}

void record(store::Tx& tx, const api::UseCaseContext& context, const std::string& kind,
            const GrantRow& grant) {
  api::RecordValues data{{"role", grant.role}};
  if (grant.unit) data["unit"] = id_text(grant.unit->id);
  api::record(tx, context, kind, grant.contest, std::move(data),
              {{"account", id_text(grant.account)},
               {"grant", id_text(grant.id)},
               {"given_by", id_text(grant.granted_by)},
               {std::string(store::kRowsTold),
                grant_rows(tx, context.keys, grant.contest.value_or(ContestId{}), grant.id, grant.account)}});
  tell_about_grant(tx, context, kind, grant);
}

void end_now(store::Tx& tx, const api::UseCaseContext& context, const GrantRow& grant) {
  if (grant.to && *grant.to <= context.now) throw Error(ErrorKind::conflict, "accounts.grant_ended_already");
  end_grant_row(tx, grant.id, context.now);
  record(tx, context, "grant.ended", grant);
}

void check_grant(store::Reader& reader, const api::UseCaseContext& context, const NewGrant& grant) {
  if (!find_account(reader, grant.account)) refuse_if_any({{"/account", "accounts.no_such_account", {}}});
  refuse_conflicts(reader, context, grant, {});
}

NewGrant by_actor(const api::UseCaseContext& context, NewGrant grant) {
  if (!grant.by) grant.by = context.actor.account;
  return grant;
}

/// Whether the actor holds one of the offices that confirm the role, and neither does the proposing person nor
/// was it from them alone that the actor has it.
bool holds_other_office(store::Reader& reader, const api::UseCaseContext& context, const NewGrant& proposed,
                        AccountId proposer) {
  const auto confirmers = confirmers_of(proposed.role);
  const auto proposers = held_grants(reader, proposer, context.now);
  const auto counts = [&](const GrantRow& held, Role role) {
    return held.role == api::role_name(role) && same_contest(held, proposed);
  };
  for (const auto& held : held_grants(reader, context.actor.account, context.now)) {
    const auto role = *api::role_from_name(held.role);
    if (!confirmers.has(role) || !counts(held, role)) continue;
    const bool proposers_too =
        std::ranges::any_of(proposers, [&](const GrantRow& other) { return counts(other, role); });
    const bool by_proposer_alone = held.granted_by == proposer && !held.confirmed_by.value_or(AccountId{});
    if (!proposers_too && !by_proposer_alone) return true;
  }
  return false;
}

bool holds_confirming_office(const api::Actor& actor, const NewGrant& proposed) {
  const auto confirmers = confirmers_of(proposed.role);
  return std::ranges::any_of(api::all_roles(), [&](Role role) {
    return confirmers.has(role) && api::holds(actor, role, *proposed.contest);
  });
}

}  // namespace

bool is_contest_role(Role role) {
  return role == Role::judge || role == Role::inspector || confirmers_of(role).bits != 0;
}

GrantId grant_role(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& wanted) {
  check_grant(tx, context, wanted);
  const auto grant = by_actor(context, wanted);
  const auto id = context.random.id<GrantId>();
  // Whoever sets up a contest is its organiser without a proposal: "by nobody".
  const bool confirmed_by_nobody = grant.contest && confirmers_of(grant.role).bits;
  insert_grant(tx, id, grant, grant.from.value_or(context.now),
               confirmed_by_nobody ? std::optional(AccountId{}) : std::nullopt);
  record(tx, context, "grant.given", *load_grant(tx, id));
  return id;
}

GrantId propose_role(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& wanted) {
  if (!confirmers_of(wanted.role).bits) return grant_role(tx, context, wanted);
  check_grant(tx, context, wanted);
  const auto id = context.random.id<GrantId>();
  insert_proposal(tx, id, by_actor(context, wanted), context.now);
  record(tx, context, "grant.proposed", *load_grant(tx, id));
  return id;
}

bool may_confirm(store::Reader& reader, const api::UseCaseContext& context, const NewGrant& proposed) {
  const auto& actor = context.actor;
  return actor.account != proposed.by && actor.account != proposed.account &&
         holds_other_office(reader, context, proposed, proposed.by);
}

void confirm_role(store::Tx& tx, const api::UseCaseContext& context, GrantId id) {
  const auto proposed = load_proposal(tx, id);
  if (!proposed || !holds_confirming_office(context.actor, *proposed)) throw Error::not_found();
  if (!may_confirm(tx, context, *proposed)) throw Error(ErrorKind::conflict, "accounts.confirm_by_another");
  refuse_conflicts(tx, context, *proposed, id);
  delete_proposal(tx, id);
  insert_grant(tx, id, *proposed, std::max(proposed->from.value_or(context.now), context.now),
               context.actor.account);
  record(tx, context, "grant.confirmed", *load_grant(tx, id));
}

GrantId grant_on_contest(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant) {
  if (!contest_name(tx, *grant.contest)) throw Error::not_found();
  if (!is_contest_role(grant.role)) refuse_if_any({{"/role", "accounts.not_a_contest_role", {}}});
  return propose_role(tx, context, grant);
}

GrantId grant_on_installation(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant) {
  const bool needs_unit = grant.role == Role::coordinator;
  const bool takes_unit = needs_unit || grant.role == Role::organiser;
  if (needs_unit && !grant.unit) refuse_if_any({{"/unit", "accounts.role_needs_unit", {}}});
  if (grant.unit && !takes_unit) refuse_if_any({{"/unit", "accounts.role_takes_no_unit", {}}});
  if (grant.unit && !unit_exists(tx, *grant.unit)) refuse_if_any({{"/unit", "accounts.no_such_unit", {}}});
  return grant_role(tx, context, grant);
}

void end_contest_grant(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, GrantId id) {
  const auto grant = load_grant(tx, id);
  if (!grant || !grant->contest || *grant->contest != contest) throw Error::not_found();
  if (!grant->waiting) return end_now(tx, context, *grant);
  delete_proposal(tx, id);
  record(tx, context, "grant.withdrawn", *grant);
}

void end_installation_grant(store::Tx& tx, const api::UseCaseContext& context, GrantId id) {
  const auto grant = load_grant(tx, id);
  if (!grant || grant->contest) throw Error::not_found();
  if (grant->role == api::role_name(Role::administrator) && other_administrators(tx, id, context.now) == 0)
    throw Error(ErrorKind::conflict, "accounts.last_administrator");
  end_now(tx, context, *grant);
}

}  // namespace guong::accounts
