// SQL of the rows of roles and invitations that the ledger answers for.
#include "accounts/kept_rows_store.h"

namespace guong::accounts {
namespace {

constexpr store::KeptTable kTables[] = {
    {"role_grant", "accounts.grant_differs",
     R"(select g.id, g.role, g.account_id, g.contest_id, g.unit_id, g.valid_from, g.valid_to, g.granted_by, g.decision,
  g.confirmed_by from role_grant g)",
     "coalesce(g.contest_id, 0)", "g.id", "", "g.id"},
    {"role_proposal", "accounts.proposal_differs",
     R"(select p.id, p.role, p.account_id, p.contest_id, p.valid_from, p.valid_to, p.decision, p.proposed_by,
  p.proposed_at
from role_proposal p)",
     "p.contest_id", "p.id", "", "p.id"},
    {"judge_unit", "accounts.judge_unit_differs",
     R"(select g.account_id, cast(g.account_id as text), g.id, g.judge_unit_id, g.judge_member_unit_id from role_grant g)",
     "g.contest_id", "g.account_id", "g.role = 'judge'", "g.id"},
    {"unit_member", "accounts.member_differs",
     R"(select m.account_id, cast(m.account_id as text), m.unit_id, m.state, m.reason, m.decided_at, m.decided_by
from unit_member m)",
     "cast(0 as bigint)", "m.account_id", "", "m.unit_id"},
    {"invitation", "accounts.invitation_differs",
     R"(select i.id, i.role, i.token_hash, i.contest_id, i.name, i.note, i.created_by, i.created_at,
  i.expires_at, i.used_at,
  i.used_by, i.revoked_at from invitation i)",
     "i.contest_id", "i.id", "", "i.id"},
};

}  // namespace

std::span<const store::KeptTable> kept_tables() { return kTables; }

std::string grant_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, GrantId grant,
                       AccountId account) {
  return store::tell_rows(reader, keys.seal, std::span(kTables).first(2), contest, grant.value) +
         judge_unit_rows(reader, keys, contest, account);
}

std::string judge_unit_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                            AccountId judge) {
  return store::tell_rows(reader, keys.seal, std::span(kTables).subspan(2, 1), contest, judge.value);
}

std::string member_rows(store::Reader& reader, const api::Keys& keys, AccountId account) {
  return store::tell_rows(reader, keys.seal, std::span(kTables).subspan(3, 1), ContestId{}, account.value);
}

std::string invitation_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                            InvitationId invitation) {
  return store::tell_rows(reader, keys.seal, std::span(kTables).last(1), contest, invitation.value);
}

}  // namespace guong::accounts
