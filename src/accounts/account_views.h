// What answers show of accounts, sessions, roles and invitations, as JSON.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>

#include "accounts/account_store.h"
#include "accounts/grant_store.h"
#include "accounts/invitation_store.h"
#include "accounts/notice_store.h"
#include "accounts/proposal_store.h"
#include "accounts/reset_store.h"
#include "accounts/session_store.h"
#include "guong/accounts/member.h"

namespace guong::accounts {

using NamesOfContests = std::map<ContestId, ContestName>;

nlohmann::json contest_json(ContestId id, const ContestName& name);
/// To its owner: with the roles in force. `names`: of their contests.
/// `membership`: of the unit that the account says.
nlohmann::json own_account_json(const Account& account, const Membership& membership,
                                const std::vector<GrantRow>& roles, const NamesOfContests& names,
                                std::int64_t new_notices);
/// To administrators.
nlohmann::json account_json(const Account& account);
nlohmann::json session_json(const Session& session, SessionId current);
/// With the holder's id and name.
nlohmann::json grant_json(const GrantRow& grant, const NamesOfContests& names);
/// Without its token, which is shown once, at making.
nlohmann::json invitation_json(const Invitation& invitation, Timestamp now);
nlohmann::json reset_json(const Reset& reset, Timestamp now);
/// To the account's owner.
nlohmann::json notice_json(const Notice& notice, const std::optional<ContestName>& contest, Lang lang);
/// To whoever may confirm it.
nlohmann::json confirmation_json(const Proposal& proposal, const ContestName& contest);
nlohmann::json confirmation_json(const Reset& reset);

}  // namespace guong::accounts
