// Rows of login_guard: attempts counted for each subject.
#pragma once

#include <optional>

#include "guong/store/store.h"

namespace guong::accounts {

struct GuardCount {
  std::int64_t failures;
  Timestamp window_start;
  Timestamp locked_until;
};

std::optional<GuardCount> load_count(store::Reader& reader, const Bytes& subject);
void save_count(store::Tx& tx, const Bytes& subject, const GuardCount& count);
void delete_count(store::Tx& tx, const Bytes& subject);
void delete_counts_before(store::Tx& tx, Timestamp time);

}  // namespace guong::accounts
