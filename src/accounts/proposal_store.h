// Rows of role_proposal: roles of a contest that wait until somebody else confirms them.
#pragma once

#include "accounts/grant_store.h"

namespace guong::accounts {

/// `proposal.by` is who proposed it. The role has the proposal's id when it is confirmed.
void insert_proposal(store::Tx& tx, GrantId id, const NewGrant& proposal, Timestamp now);
void delete_proposal(store::Tx& tx, GrantId id);
std::optional<NewGrant> load_proposal(store::Reader& reader, GrantId id);

struct Proposal {
  GrantId id;
  NewGrant grant;
  std::string account_name, proposer_name;
  Timestamp proposed_at;
};
struct ProposalCursor {
  Timestamp proposed_at;
  GrantId id;
  static auto parts(auto& cursor) { return std::tie(cursor.proposed_at, cursor.id); }
};
/// Oldest first.
std::vector<Proposal> list_proposals(store::Reader& reader, const ProposalCursor& after, int limit);

}  // namespace guong::accounts
