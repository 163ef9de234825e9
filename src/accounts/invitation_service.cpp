// Each step of an invitation goes into the ledger; accepting one gives the role through the same checks as
// giving it by hand.
#include "accounts/invitation_service.h"

#include "accounts/contest_names.h"
#include "accounts/grant_service.h"
#include "accounts/kept_rows_store.h"
#include "guong/api/record.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong::accounts {
namespace {

void record(store::Tx& tx, const api::UseCaseContext& context, std::string_view kind,
            const Invitation& invitation) {
  api::record(tx, context, std::string(kind), invitation.contest, {{"role", invitation.role}},
              {{"invitation", id_text(invitation.id)},
               {"name", invitation.name},
               {std::string(store::kRowsTold),
                invitation_rows(tx, context.keys, invitation.contest, invitation.id)}});
}

}  // namespace

MadeInvitation make_invitation(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                               api::Role role, std::string name, std::string note) {
  if (!contest_name(tx, contest)) throw Error::not_found();
  MadeInvitation made;
  made.token = context.random.token();
  made.invitation.id = context.random.id<InvitationId>();
  made.invitation.contest = contest;
  made.invitation.role = api::role_name(role);
  made.invitation.name = std::move(name);
  made.invitation.note = std::move(note);
  made.invitation.created_by = context.actor.account;
  made.invitation.created_at = context.now;
  made.invitation.expires_at = context.now + kInvitationLife;
  insert_invitation(tx, made.invitation, sha256(made.token));
  record(tx, context, "invitation.made", made.invitation);
  return made;
}

void revoke_invitation(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                       InvitationId id) {
  const auto invitation = load_invitation(tx, id);
  if (!invitation || invitation->contest != contest) throw Error::not_found();
  if (!is_open(*invitation, context.now)) throw Error(ErrorKind::conflict, "accounts.invitation_not_open");
  mark_revoked(tx, id, context.now);
  record(tx, context, "invitation.revoked", *invitation);
}

Invitation open_invitation(store::Reader& reader, std::string_view token, Timestamp now) {
  auto invitation = find_invitation(reader, sha256(token));
  if (!invitation || !is_open(*invitation, now))
    throw Error(ErrorKind::not_found, "accounts.invitation_gone");
  return std::move(*invitation);
}

GrantId accept_invitation(store::Tx& tx, const api::UseCaseContext& context, std::string_view token) {
  const auto invitation = open_invitation(tx, token, context.now);
  mark_used(tx, invitation.id, context.actor.account, context.now);
  record(tx, context, "invitation.accepted", invitation);
  // Who invites proposes, whoever accepts.
  return propose_role(tx, context,
                      {context.actor.account, *api::role_from_name(invitation.role), invitation.contest,
                       std::nullopt, std::nullopt, std::nullopt, "", invitation.created_by});
}

}  // namespace guong::accounts
