// An administrator makes the link and could use it, so the owner reads of every step, and somebody who holds a
// role is reset by two people only.
#include "accounts/reset_service.h"

#include <algorithm>

#include "accounts/account_service.h"
#include "accounts/grant_store.h"
#include "accounts/limiter.h"
#include "accounts/notices.h"
#include "guong/api/record.h"
#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

using api::Role;

constexpr auto kRunsContest = Role::organiser | Role::secretary | Role::head;
constexpr std::int64_t kPeopleForOfficer = 2;

/// `kind`: "reset.link_made" to the owner, "account.reset_link_made" in the ledger.
void record_step(store::Tx& tx, const api::UseCaseContext& context, const std::string& kind,
                 AccountId account) {
  api::record(tx, context, "account." + kind, std::nullopt, {}, {{"account", id_text(account)}});
  auto told = kind;
  told.replace(told.find('_'), 1, ".");
  tell_owner(tx, context, {account, told});
}

bool runs(const api::Actor& actor, ContestId contest) {
  return std::ranges::any_of(api::all_roles(), [&](Role role) {
    return kRunsContest.has(role) && api::holds(actor, role, contest);
  });
}

AccountId open_account(store::Reader& reader, const api::UseCaseContext& context, ResetId reset) {
  const auto account = reset_account(reader, reset, context.now - kResetRequestLife);
  if (!account) throw Error::not_found();
  return *account;
}

bool needs_two(store::Reader& reader, AccountId account, Timestamp now) {
  return !coming_grants(reader, account, now).empty();
}

void approve(store::Tx& tx, const api::UseCaseContext& context, ResetId reset, AccountId account) {
  if (insert_approval(tx, reset, context.actor.account, context.now))
    record_step(tx, context, "reset_approved", account);
}

}  // namespace

void request_reset(store::Tx& tx, const api::UseCaseContext& context, const Identifier& identifier,
                   std::string_view client) {
  if (const auto wait = count_attempt(tx, guarded(context.keys, kResetClient, client), context.now))
    refuse_for(*wait);
  const auto account = find_by_identifier(tx, identifier);
  if (!account || has_open_reset(tx, *account, context.now - kResetRequestLife)) return;
  insert_reset(tx, context.random.id<ResetId>(), *account, context.now);
  record_step(tx, context, "reset_requested", *account);
}

bool approves_everywhere(const api::Actor& actor) {
  constexpr ContestId kNone{};  // what is held there is held on the installation
  return api::holds(actor, Role::administrator, kNone) || api::holds(actor, Role::inspector, kNone);
}

bool may_approve_reset(store::Reader& reader, const api::UseCaseContext& context, AccountId account) {
  const auto& actor = context.actor;
  if (actor.account == account) return false;
  if (approves_everywhere(actor)) return true;
  return std::ranges::any_of(coming_grants(reader, account, context.now), [&](const GrantRow& held) {
    return held.contest && runs(actor, *held.contest);
  });
}

void approve_reset(store::Tx& tx, const api::UseCaseContext& context, ResetId reset) {
  const auto account = open_account(tx, context, reset);
  if (!may_approve_reset(tx, context, account)) throw Error::not_found();
  if (!needs_two(tx, account, context.now)) throw Error(ErrorKind::conflict, "accounts.reset_needs_one");
  approve(tx, context, reset, account);
}

std::optional<ResetLink> make_reset_link(store::Tx& tx, const api::UseCaseContext& context, ResetId reset) {
  const auto account = open_account(tx, context, reset);
  if (account == context.actor.account) throw Error(ErrorKind::conflict, "accounts.reset_by_another");
  if (needs_two(tx, account, context.now)) {
    approve(tx, context, reset, account);
    if (approvals(tx, reset) < kPeopleForOfficer) return std::nullopt;
  }
  ResetLink link{context.random.token(), context.now + kResetLinkLife};
  set_reset_token(tx, reset, sha256(link.token), link.expires_at);
  record_step(tx, context, "reset_link_made", account);
  return link;
}

void redeem_reset(store::Tx& tx, const api::UseCaseContext& context, std::string_view token,
                  std::string_view password_hash) {
  const auto used = use_reset(tx, sha256(token), context.now);
  if (!used) throw Error(ErrorKind::not_found, "accounts.reset_link_gone");
  const auto& [reset, id] = *used;
  // A role that came after the link asks for the second person too.
  if (needs_two(tx, id, context.now) && approvals(tx, reset) < kPeopleForOfficer)
    throw Error(ErrorKind::conflict, "accounts.reset_needs_second");
  set_password(tx, id, password_hash);
  record_step(tx, context, "reset_redeemed", id);
}

void cancel_resets(store::Tx& tx, const api::UseCaseContext& context) {
  if (end_resets(tx, context.actor.account, context.now))
    record_step(tx, context, "reset_cancelled", context.actor.account);
}

}  // namespace guong::accounts
