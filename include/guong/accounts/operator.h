// What the command line does to accounts: past every role, so the ledger and the owner are told.
#pragma once

#include <string_view>

#include "guong/api/use_case_context.h"
#include "guong/store/store.h"

namespace guong::accounts {

/// As set_password().
void set_password_by_operator(store::Tx& tx, const api::UseCaseContext& context, AccountId account,
                              std::string_view password_hash);

}  // namespace guong::accounts
