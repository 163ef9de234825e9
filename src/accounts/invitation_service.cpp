#include "accounts/invitation_service.h"

#include "accounts/grant_service.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/log.h"

namespace guong::accounts {
namespace {

void record(store::Tx& tx, const api::Act& act, std::string_view kind, const Invitation& invitation) {
  store::append_record(tx, act.random, act.keys.seal,
                       {std::string(kind),
                        act.now,
                        invitation.contest,
                        {{"role", invitation.role}},
                        {{"actor", std::to_string(act.actor.account.value)},
                         {"invitation", std::to_string(invitation.id.value)},
                         {"name", invitation.name}}});
}

}  // namespace

MadeInvitation make_invitation(store::Tx& tx, const api::Act& act, ContestId contest, api::Role role, std::string name,
                               std::string note) {
  if (!contest_name(tx, contest)) throw Error(ErrorKind::not_found, "base.not_found");
  MadeInvitation made;
  made.token = act.random.token();
  made.invitation.id = act.random.id<InvitationId>();
  made.invitation.contest = contest;
  made.invitation.role = api::role_name(role);
  made.invitation.name = std::move(name);
  made.invitation.note = std::move(note);
  made.invitation.created_by = act.actor.account;
  made.invitation.created_at = act.now;
  made.invitation.expires_at = act.now + kInvitationLife;
  insert_invitation(tx, made.invitation, sha256(made.token));
  record(tx, act, "invitation.made", made.invitation);
  return made;
}

void revoke_invitation(store::Tx& tx, const api::Act& act, ContestId contest, InvitationId id) {
  const auto invitation = load_invitation(tx, id);
  if (!invitation || invitation->contest != contest) throw Error(ErrorKind::not_found, "base.not_found");
  if (!is_open(*invitation, act.now)) throw Error(ErrorKind::conflict, "accounts.invitation_not_open");
  mark_revoked(tx, id, act.now);
  record(tx, act, "invitation.revoked", *invitation);
}

Invitation open_invitation(store::Reader& reader, std::string_view token, Timestamp now) {
  auto invitation = find_invitation(reader, sha256(token));
  if (!invitation || !is_open(*invitation, now)) throw Error(ErrorKind::not_found, "accounts.invitation_gone");
  return std::move(*invitation);
}

GrantId accept_invitation(store::Tx& tx, const api::Act& act, std::string_view token) {
  const auto invitation = open_invitation(tx, token, act.now);
  mark_used(tx, invitation.id, act.actor.account, act.now);
  record(tx, act, "invitation.accepted", invitation);
  return grant_role(tx, act,
                    {act.actor.account, *api::role_from_name(invitation.role), invitation.contest, std::nullopt, std::nullopt,
                     std::nullopt, ""});
}

}  // namespace guong::accounts
