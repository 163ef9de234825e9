// Rows of invitation: one-time links by which people become judges, secretaries, organisers, heads or
// inspectors of a contest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::accounts {

struct Invitation {
  InvitationId id;
  ContestId contest;
  std::string role, name, note;
  AccountId created_by;
  Timestamp created_at, expires_at;
  std::optional<Timestamp> used_at;
  std::optional<AccountId> used_by;
  std::optional<std::string> used_by_name;
  std::optional<Timestamp> revoked_at;
};

bool is_open(const Invitation& invitation, Timestamp now);
void insert_invitation(store::Tx& tx, const Invitation& invitation, const Digest& token_hash);
std::optional<Invitation> find_invitation(store::Reader& reader, const Digest& token_hash);
std::optional<Invitation> load_invitation(store::Reader& reader, InvitationId id);
struct InvitationCursor {
  Timestamp created_at;
  InvitationId id;
  static auto parts(auto& cursor) { return std::tie(cursor.created_at, cursor.id); }
};
std::vector<Invitation> list_invitations(store::Reader& reader, ContestId contest,
                                         const InvitationCursor& after, int limit);
void mark_used(store::Tx& tx, InvitationId id, AccountId account, Timestamp now);
void mark_revoked(store::Tx& tx, InvitationId id, Timestamp now);

}  // namespace guong::accounts
