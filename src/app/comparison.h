// The nightly comparison of everything with the ledger: its job, and what the last one found.
#pragma once

#include <optional>
#include <string>

#include "guong/api/call.h"

namespace guong::app {

inline constexpr std::string_view kCompareJob = "compare_ledger";

struct Comparison {
  Timestamp at;
  std::int64_t differences = 0;
  std::string first;  // its place; empty when there is none
};

/// At two in the morning in Viet Nam, once.
void enqueue_comparison(store::Tx& tx, Random& random, Timestamp now);
/// Compares, keeps what was found, and writes the first places into the log.
void compare_ledger(const api::Services& services, Timestamp now);

std::optional<Comparison> last_comparison(store::Reader& reader);

}  // namespace guong::app
