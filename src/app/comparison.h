// The nightly comparison of everything with the ledger: its job, and what the last one found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/accounts/administrators.h"
#include "guong/api/call.h"

namespace guong::app {

inline constexpr std::string_view kCompareJob = "compare_ledger";

struct Comparison {
  Timestamp at;
  std::int64_t differences = 0;
  std::string first;  // its place; empty when there is none
};
struct Finding {
  std::string place, key;
  accounts::Says says;
  Timestamp found_at;  // first
};

/// At two in the morning in Viet Nam, once.
void enqueue_comparison(store::Tx& tx, Random& random, Timestamp now);
/// Compares, keeps what was found, writes the first places into the log, and tells the administrators of what
/// no earlier night found.
void compare_ledger(const api::Services& services, Timestamp now);

std::optional<Comparison> last_comparison(store::Reader& reader);
/// Of the last one: in the order of their places.
std::vector<Finding> last_findings(store::Reader& reader, int limit);

}  // namespace guong::app
