// Small things that the routes of this module share.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounts/account_store.h"
#include "accounts/grant_store.h"
#include "guong/api/answer.h"
#include "guong/api/call.h"

namespace guong::accounts {

/// Cursors of lists are a few values joined by ':'. Error{malformed} when there are others than expected.
std::vector<std::string> cursor_parts(const api::ReadCall& call, std::size_t count);
std::int64_t cursor_number(const std::string& part);
GrantCursor grant_cursor(const api::ReadCall& call);
std::pair<Timestamp, std::int64_t> time_cursor(const api::ReadCall& call);

/// Reads "identifier"; a fault when it is neither an e-mail address nor a phone number.
std::optional<Identifier> read_identifier(api::FieldReader& fields);
/// The account of the caller with its roles: what getMe and signIn answer.
http::Response own_account_answer(store::Reader& reader, AccountId id, Timestamp now);

std::string session_cookie(const http::Request& request, std::string_view token, Duration life);

}  // namespace guong::accounts
