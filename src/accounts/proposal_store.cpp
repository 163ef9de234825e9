// SQL of proposals. A row goes when it is confirmed or withdrawn: the ledger and the person's notices keep
// what happened.
#include "accounts/proposal_store.h"

namespace guong::accounts {
namespace {

NewGrant proposal_of(const store::Row& row) {
  return {row.id<AccountId>("account_id"),
          *api::role_from_name(row.text("role")),
          row.id<ContestId>("contest_id"),
          std::nullopt,
          row.opt_time("valid_from"),
          row.opt_time("valid_to"),
          row.text("decision"),
          row.id<AccountId>("proposed_by")};
}

}  // namespace

void insert_proposal(store::Tx& tx, GrantId id, const NewGrant& proposal, Timestamp now) {
  tx.exec(
      R"(insert into role_proposal (id, account_id, role, contest_id, valid_from, valid_to, decision, proposed_by, proposed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
      {id, proposal.account, api::role_name(proposal.role), proposal.contest, proposal.from, proposal.to,
       proposal.decision, proposal.by, now});
}

void delete_proposal(store::Tx& tx, GrantId id) {
  tx.exec(R"(delete from role_proposal where id = $1)", {id});
}

std::optional<NewGrant> load_proposal(store::Reader& reader, GrantId id) {
  return reader.one(R"(select account_id, role, contest_id, valid_from, valid_to, decision, proposed_by
from role_proposal where id = $1)",
                    {id}, proposal_of);
}

std::vector<Proposal> list_proposals(store::Reader& reader, const ProposalCursor& after, int limit) {
  return reader.all(R"(select p.id, p.account_id, p.role, p.contest_id, p.valid_from, p.valid_to, p.decision,
  p.proposed_by, p.proposed_at, a.name as account_name, b.name as proposer_name
from role_proposal p
join account a on a.id = p.account_id
join account b on b.id = p.proposed_by
where (p.proposed_at, p.id) > ($1, $2)
order by p.proposed_at, p.id limit $3)",
                    {after.proposed_at, after.id, limit}, [](const store::Row& row) {
                      return Proposal{row.id<GrantId>("id"), proposal_of(row), row.text("account_name"),
                                      row.text("proposer_name"), row.time("proposed_at")};
                    });
}

}  // namespace guong::accounts
