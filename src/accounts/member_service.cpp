// Each decision has its record in the ledger, and its person reads of it among their notices.
#include "accounts/member_service.h"

#include <algorithm>

#include "accounts/kept_rows_store.h"
#include "accounts/notices.h"
#include "guong/api/record.h"
#include "guong/units/unit.h"

namespace guong::accounts {
namespace {

void record(store::Tx& tx, const api::UseCaseContext& context, const std::string& kind, AccountId account,
            std::optional<UnitId> unit, const std::string& reason = "") {
  api::RecordValues secret{{"account", id_text(account)},
                           {"unit", unit ? id_text(*unit) : ""},
                           {std::string(store::kRowsTold), member_rows(tx, context.keys, account)}};
  if (!reason.empty()) secret["reason"] = reason;
  api::record(tx, context, kind, std::nullopt, {}, std::move(secret));
}

void tell_member(store::Tx& tx, const api::UseCaseContext& context, const Member& member,
                 std::string_view kind) {
  tell_owner(tx, context, {member.account, std::string(kind), "", std::nullopt, member.unit, {}});
}

/// Nobody decides on themselves.
Member need_member(store::Tx& tx, const api::UseCaseContext& context, UnitId unit, AccountId account) {
  if (account == context.actor.account) throw Error(ErrorKind::conflict, "accounts.member_self");
  auto member = find_member(tx, unit, account);
  if (!member) throw Error::not_found();
  return std::move(*member);
}

}  // namespace

void require_members_of(store::Reader& reader, const api::Actor& actor, UnitId unit) {
  const auto above = units::ancestors(reader, unit);
  const auto may = [&](const api::Grant& grant) {
    if (grant.contest) return false;
    if (!grant.unit) return grant.role == api::Role::organiser && !above.empty();
    return (grant.role == api::Role::organiser || grant.role == api::Role::coordinator) &&
           std::ranges::find(above, *grant.unit) != above.end();
  };
  if (!std::ranges::any_of(actor.grants, may)) throw Error::not_found();
}

int confirm_members(store::Tx& tx, const api::UseCaseContext& context, UnitId unit,
                    const std::vector<AccountId>& accounts) {
  require_members_of(tx, context.actor, unit);
  int confirmed = 0;
  for (const auto account : accounts) {
    const auto member = need_member(tx, context, unit, account);
    if (member.membership.state == MemberState::confirmed) continue;
    decide_member(tx, {account, member.unit, MemberState::confirmed, ""}, context.actor.account, context.now);
    record(tx, context, "member.confirmed", account, member.unit);
    tell_member(tx, context, member, "member.confirmed");
    ++confirmed;
  }
  return confirmed;
}

ListedPeople people_listed(store::Reader& reader, AccountId asking, UnitId unit,
                           const std::vector<std::string>& contacts) {
  ListedPeople out;
  for (const auto& contact : contacts) {
    const auto identifier = parse_identifier(contact);
    const auto account = identifier ? find_by_identifier(reader, *identifier) : std::nullopt;
    if (account == asking) continue;
    if (account && find_member(reader, unit, *account))
      out.accounts.push_back(*account);
    else
      out.unmatched.push_back(contact);
  }
  return out;
}

void refuse_member(store::Tx& tx, const api::UseCaseContext& context, UnitId unit, AccountId account,
                   const std::string& reason) {
  require_members_of(tx, context.actor, unit);
  const auto member = need_member(tx, context, unit, account);
  decide_member(tx, {account, member.unit, MemberState::refused, reason}, context.actor.account, context.now);
  record(tx, context, "member.refused", account, member.unit, reason);
  tell_member(tx, context, member, "member.refused");
}

void undo_member(store::Tx& tx, const api::UseCaseContext& context, UnitId unit, AccountId account) {
  require_members_of(tx, context.actor, unit);
  const auto member = need_member(tx, context, unit, account);
  if (member.membership.state == MemberState::claimed)
    throw Error(ErrorKind::conflict, "accounts.member_undecided");
  forget_decision(tx, account, member.unit);
  record(tx, context, "member.undone", account, member.unit);
  tell_member(tx, context, member, "member.undone");
}

void leave_units(store::Tx& tx, const api::UseCaseContext& context, std::optional<UnitId> now_of) {
  const auto account = context.actor.account;
  if (leave_other_units(tx, account, now_of) > 0) record(tx, context, "member.left", account, now_of);
}

}  // namespace guong::accounts
