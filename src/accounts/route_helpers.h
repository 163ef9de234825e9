// Small things that the routes of this module share.
#pragma once

#include <optional>
#include <string>

#include "accounts/account_store.h"
#include "guong/api/answer.h"
#include "guong/api/call.h"

namespace guong::accounts {

/// Reads "identifier"; a fault when it is neither an e-mail address nor a phone number.
std::optional<Identifier> read_identifier(api::FieldReader& fields);
/// The account of the caller with its roles: what getMe and signIn answer.
http::Response own_account_answer(store::Reader& reader, const api::ReadCall& call, AccountId id);

std::string session_cookie(const api::ReadCall& call, std::string_view token, Duration life);
/// The cookie of those who have signed in on the device that asks, and a new one with this account among them.
std::string device_marks(const api::ReadCall& call);
std::string device_cookie(const api::ReadCall& call, AccountId account);

}  // namespace guong::accounts
