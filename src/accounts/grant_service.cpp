// The rules of holding roles: who judges a contest neither runs it nor has entered it. What only modules
// above know (entering) is asked through JudgingBars.
#include "accounts/grant_service.h"

#include <algorithm>

#include "accounts/account_store.h"
#include "accounts/contest_names.h"
#include "guong/api/record.h"

namespace guong::accounts {
namespace {

using api::Role;

constexpr Role kBoard[] = {Role::organiser, Role::secretary, Role::head};

bool in_board(Role role) { return std::ranges::find(kBoard, role) != std::end(kBoard); }

bool conflicts(Role a, Role b) {
  return (a == Role::judge && in_board(b)) || (b == Role::judge && in_board(a));
}

bool same_place(const GrantRow& held, const NewGrant& wanted) {
  const auto unit = held.unit ? std::optional(held.unit->id) : std::nullopt;
  return held.contest == wanted.contest && unit == wanted.unit;
}

void record(store::Tx& tx, const api::UseCaseContext& context, std::string_view kind, const GrantRow& grant) {
  api::RecordValues data{{"role", grant.role}};
  if (grant.unit) data["unit"] = id_text(grant.unit->id);
  api::record(tx, context, std::string(kind), grant.contest, std::move(data),
              {{"account", id_text(grant.account)}, {"grant", id_text(grant.id)}});
}

void end_now(store::Tx& tx, const api::UseCaseContext& context, const GrantRow& grant) {
  if (grant.to && *grant.to <= context.now) throw Error(ErrorKind::conflict, "accounts.grant_ended_already");
  end_grant_row(tx, grant.id, context.now);
  record(tx, context, "grant.ended", grant);
}

}  // namespace

bool is_contest_role(Role role) { return role == Role::judge || role == Role::inspector || in_board(role); }

void refuse_conflict(store::Reader& reader, const api::UseCaseContext& context, AccountId account, Role role,
                     ContestId contest) {
  for (const auto& held : held_grants(reader, account, context.now)) {
    const bool covers = held.contest ? *held.contest == contest : !held.unit;
    if (covers && conflicts(role, *api::role_from_name(held.role)))
      throw Error(ErrorKind::conflict, "accounts.judge_conflict");
  }
  if (role != Role::judge) return;
  for (const auto bar : reader.state().of<JudgingBars>().all)
    if (bar(reader, context.keys, account, contest))
      throw Error(ErrorKind::conflict, "accounts.judge_conflict");
}

GrantId grant_role(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant) {
  if (!find_account(tx, grant.account)) refuse_if_any({{"/account", "accounts.no_such_account", {}}});
  if (grant.contest) refuse_conflict(tx, context, grant.account, grant.role, *grant.contest);
  for (const auto& held : held_grants(tx, grant.account, context.now))
    if (held.role == api::role_name(grant.role) && same_place(held, grant))
      throw Error(ErrorKind::conflict, "accounts.already_held");
  const auto id = context.random.id<GrantId>();
  insert_grant(tx, id, grant, grant.from.value_or(context.now), context.actor.account);
  record(tx, context, "grant.given", *load_grant(tx, id));
  return id;
}

GrantId grant_on_contest(store::Tx& tx, const api::UseCaseContext& context, const NewGrant& grant) {
  if (!contest_name(tx, *grant.contest)) throw Error::not_found();
  if (!is_contest_role(grant.role)) refuse_if_any({{"/role", "accounts.not_a_contest_role", {}}});
  return grant_role(tx, context, grant);
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
  end_now(tx, context, *grant);
}

void end_installation_grant(store::Tx& tx, const api::UseCaseContext& context, GrantId id) {
  const auto grant = load_grant(tx, id);
  if (!grant || grant->contest) throw Error::not_found();
  if (grant->role == api::role_name(Role::administrator) && other_administrators(tx, id, context.now) == 0)
    throw Error(ErrorKind::conflict, "accounts.last_administrator");
  end_now(tx, context, *grant);
}

}  // namespace guong::accounts
