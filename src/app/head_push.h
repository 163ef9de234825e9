// The newest public head brought to a witness that waits for it (C2SP tlog-witness), instead of being fetched by one.
#pragma once

#include <string>
#include <string_view>

#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::app {

inline constexpr std::string_view kHeadPushJob = "head_push";

/// `url`: the witness's address, before "/add-checkpoint". Keeps what it says, if it is a known witness.
/// Error{unavailable, "app.witness_refused"} with the status when it does not cosign, "http.cannot_reach"
/// when it is not there.
void push_head(store::Store& store, const std::string& url, Timestamp now);

}  // namespace guong::app
