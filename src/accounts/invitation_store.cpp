// SQL of invitations, found by the hash of their token.
#include "accounts/invitation_store.h"

namespace guong::accounts {
namespace {

Invitation invitation_of(const store::Row& row) {
  return {.id = row.id<InvitationId>("id"),
          .contest = row.id<ContestId>("contest_id"),
          .role = row.text("role"),
          .name = row.text("name"),
          .note = row.text("note"),
          .created_by = row.id<AccountId>("created_by"),
          .created_at = row.time("created_at"),
          .expires_at = row.time("expires_at"),
          .used_at = row.opt_time("used_at"),
          .used_by = row.opt_id<AccountId>("used_by"),
          .used_by_name = row.opt_text("used_by_name"),
          .revoked_at = row.opt_time("revoked_at")};
}

}  // namespace

bool is_open(const Invitation& invitation, Timestamp now) {
  return !invitation.used_at && !invitation.revoked_at && invitation.expires_at > now;
}

void insert_invitation(store::Tx& tx, const Invitation& invitation, const Digest& token_hash) {
  tx.exec(
      R"(insert into invitation (id, token_hash, contest_id, role, name, note, created_by, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
      {invitation.id, token_hash, invitation.contest, invitation.role, invitation.name, invitation.note,
       invitation.created_by, invitation.created_at, invitation.expires_at});
}

std::optional<Invitation> find_invitation(store::Reader& reader, const Digest& token_hash) {
  return reader.one(
      R"(select i.id, i.contest_id, i.role, i.name, i.note, i.created_by, i.created_at, i.expires_at,
  i.used_at, i.used_by, a.name as used_by_name, i.revoked_at
from invitation i
left join account a on a.id = i.used_by
where i.token_hash = $1)",
      {token_hash}, invitation_of);
}

std::optional<Invitation> load_invitation(store::Reader& reader, InvitationId id) {
  return reader.one(
      R"(select i.id, i.contest_id, i.role, i.name, i.note, i.created_by, i.created_at, i.expires_at,
  i.used_at, i.used_by, a.name as used_by_name, i.revoked_at
from invitation i
left join account a on a.id = i.used_by
where i.id = $1)",
      {id}, invitation_of);
}

std::vector<Invitation> list_invitations(store::Reader& reader, ContestId contest,
                                         const InvitationCursor& after, int limit) {
  return reader.all(
      R"(select i.id, i.contest_id, i.role, i.name, i.note, i.created_by, i.created_at, i.expires_at,
  i.used_at, i.used_by, a.name as used_by_name, i.revoked_at
from invitation i
left join account a on a.id = i.used_by
where i.contest_id = $1 and (i.created_at, i.id) > ($2, $3)
order by i.created_at, i.id limit $4)",
      {contest, after.created_at, after.id, limit}, invitation_of);
}

void mark_used(store::Tx& tx, InvitationId id, AccountId account, Timestamp now) {
  tx.exec(R"(update invitation set used_at = $2, used_by = $3 where id = $1)", {id, now, account});
}

void mark_revoked(store::Tx& tx, InvitationId id, Timestamp now) {
  tx.exec(R"(update invitation set revoked_at = $2 where id = $1)", {id, now});
}

}  // namespace guong::accounts
