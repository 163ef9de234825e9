// The newest public head brought to a witness that waits for it (C2SP tlog-witness), instead of being fetched by one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::app {

inline constexpr std::string_view kHeadPushJob = "head_push";

/// Size of the head that each witness was to be brought last, by address. After a start nobody knows how far
/// that got: all are brought it once more.
using AskedPushes = std::map<std::string, std::int64_t>;
/// Asks for the newest public head to be brought to those of `asked` that were not asked for it yet: one job
/// for each witness, which brings the newest when it runs. True when there is something to run.
bool ask_for_pushes(store::Store& store, Random& random, Timestamp now, AskedPushes& asked);
/// Lets those that failed be tried now, once an hour: a witness may come back without a newer head. Forgets
/// pushes to those who are not asked any more.
void keep_pushing(store::Store& store, Random& random, Timestamp now, const AskedPushes& asked);

/// A witness that is to be brought a head and has not cosigned it.
struct SilentWitness {
  std::string url;
  Timestamp since;
  bool refuses = false;  // answers, and does not cosign
};
std::vector<SilentWitness> silent_witnesses(store::Reader& reader);

/// `url`: the witness's address, before "/add-checkpoint". Keeps what it says, if it is a known witness.
/// Error{unavailable, "app.witness_refused"} with the status when it does not cosign, "http.cannot_reach"
/// when it is not there.
void push_head(store::Store& store, const std::string& url, Timestamp now);

}  // namespace guong::app
