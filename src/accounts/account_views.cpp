// JSON of this module. Tokens and password hashes have no view.
#include "accounts/account_views.h"

#include <nlohmann/json.hpp>

#include "guong/base/nullable_json.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

json unit_json(const std::optional<UnitName>& unit) {
  if (!unit) return nullptr;
  return {{"id", unit->id.value}, {"name", unit->name}};
}

json role_json(const GrantRow& grant, const NamesOfContests& names) {
  return {{"id", grant.id.value},
          {"role", grant.role},
          {"contest", grant.contest ? contest_json(*grant.contest, names.at(*grant.contest)) : json(nullptr)},
          {"unit", unit_json(grant.unit)},
          {"from", to_rfc3339(grant.from)},
          {"to", or_null(grant.to)}};
}

std::string state_of(const Invitation& invitation, Timestamp now) {
  if (invitation.used_at) return "used";
  if (invitation.revoked_at) return "revoked";
  return is_open(invitation, now) ? "open" : "expired";
}

}  // namespace

json contest_json(ContestId id, const ContestName& name) {
  return {{"id", id.value}, {"slug", name.slug}, {"name", {{"vi", name.vi}, {"en", name.en}}}};
}

json account_json(const Account& account) {
  return {{"id", account.id.value},
          {"name", account.name},
          {"email", or_null(account.email)},
          {"phone", or_null(account.phone)},
          {"unit", account.unit ? json(account.unit->value) : json(nullptr)},
          {"lang", lang_code(account.lang)},
          {"created_at", to_rfc3339(account.created_at)}};
}

json own_account_json(const Account& account, const Membership& membership,
                      const std::vector<GrantRow>& roles, const NamesOfContests& names,
                      std::int64_t new_notices) {
  auto body = account_json(account);
  const auto state = account.unit ? std::optional(member_state_name(membership.state)) : std::nullopt;
  body["unit_state"] = or_null(state);
  body["unit_reason"] = membership.reason;
  body["new_notices"] = new_notices;
  body["roles"] = json::array();
  for (const auto& role : roles) body["roles"].push_back(role_json(role, names));
  return body;
}

json session_json(const Session& session, SessionId current) {
  return {{"id", session.id.value},
          {"created_at", to_rfc3339(session.created_at)},
          {"expires_at", to_rfc3339(session.expires_at)},
          {"user_agent", session.user_agent},
          {"client", session.client},
          {"current", session.id == current}};
}

json grant_json(const GrantRow& grant, const NamesOfContests& names) {
  auto body = role_json(grant, names);
  body["account"] = {{"id", grant.account.value}, {"name", grant.account_name}};
  body["decision"] = grant.decision;
  body["waiting"] = grant.waiting;
  return body;
}

json invitation_json(const Invitation& invitation, Timestamp now) {
  json used_by = nullptr;
  if (invitation.used_by)
    used_by = {{"id", invitation.used_by->value}, {"name", invitation.used_by_name.value_or("")}};
  return {{"id", invitation.id.value},
          {"contest", invitation.contest.value},
          {"role", invitation.role},
          {"name", invitation.name},
          {"note", invitation.note},
          {"state", state_of(invitation, now)},
          {"created_at", to_rfc3339(invitation.created_at)},
          {"expires_at", to_rfc3339(invitation.expires_at)},
          {"used_at", or_null(invitation.used_at)},
          {"used_by", used_by}};
}

json reset_json(const Reset& reset, Timestamp now) {
  return {{"id", reset.id.value},
          {"account",
           {{"id", reset.account.value},
            {"name", reset.name},
            {"email", or_null(reset.email)},
            {"phone", or_null(reset.phone)}}},
          {"requested_at", to_rfc3339(reset.requested_at)},
          {"link_made", reset.link_expires_at && *reset.link_expires_at > now},
          {"approvals", reset.approvals},
          {"needs_two", reset.needs_two}};
}

json notice_json(const Notice& notice, const std::optional<ContestName>& contest, Lang lang) {
  json by = nullptr;
  if (notice.by) by = {{"id", notice.by->value}, {"name", notice.by_name.value_or("")}};
  return {{"id", notice.id.value},
          {"at", to_rfc3339(notice.at)},
          {"kind", notice.kind},
          {"role", or_null(notice.role)},
          {"contest", notice.contest && contest ? contest_json(*notice.contest, *contest) : json(nullptr)},
          {"unit", unit_json(notice.unit)},
          {"by", by},
          {"says", notice.says ? json(lang == Lang::vi ? notice.says->vi : notice.says->en) : json(nullptr)},
          {"seen", notice.seen}};
}

json confirmation_json(const Proposal& proposal, const ContestName& contest) {
  return {{"kind", "role"},
          {"id", proposal.id.value},
          {"account", {{"id", proposal.grant.account.value}, {"name", proposal.account_name}}},
          {"role", api::role_name(proposal.grant.role)},
          {"contest", contest_json(*proposal.grant.contest, contest)},
          {"proposed_by", {{"id", proposal.grant.by.value}, {"name", proposal.proposer_name}}},
          {"at", to_rfc3339(proposal.proposed_at)}};
}

json confirmation_json(const Reset& reset) {
  return {{"kind", "password_reset"},
          {"id", reset.id.value},
          {"account", {{"id", reset.account.value}, {"name", reset.name}}},
          {"role", nullptr},
          {"contest", nullptr},
          {"proposed_by", nullptr},
          {"at", to_rfc3339(reset.requested_at)}};
}

}  // namespace guong::accounts
