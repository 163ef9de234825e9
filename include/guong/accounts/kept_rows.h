// Which rows of accounts the ledger answers for: roles, proposals of roles, invitations, members of units.
// What people keep of themselves is theirs to change. Any thread.
#pragma once

#include <span>
#include <string>

#include "guong/api/use_case_context.h"
#include "guong/store/kept_rows.h"

namespace guong::accounts {

std::span<const store::KeptTable> kept_tables();
/// For a record of the head's word on a judge's unit.
std::string judge_unit_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, AccountId judge);

}  // namespace guong::accounts
