// Slows down guessing. Each attempt is counted before it is looked at, so many at once gain nothing; after
// some free ones every further attempt locks its subject for twice as long as the one before, up to an hour.
// Subjects (who is tried, from where) stand in the table as keyed hashes only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guong/api/use_case_context.h"
#include "guong/store/store.h"

namespace guong::accounts {

struct Policy {
  std::string_view name;
  std::int64_t free_attempts;
  Duration first_lock;
  Duration window;  // counts begin anew after it
  bool address =
      false;  // whoever is counted is an address: of IPv6 the /64, which one household or office has
};
inline constexpr Policy kSignInIdentifier{"sign-in-identifier", 5, seconds(30), hours(24)};
inline constexpr Policy kSignInClient{"sign-in-client", 60, seconds(30), hours(1), true};
inline constexpr Policy kRegisterClient{"register-client", 100, minutes(1), hours(1), true};
inline constexpr Policy kResetClient{"reset-client", 30, minutes(1), hours(1), true};
inline constexpr Policy kTokenClient{"token-client", 60, minutes(1), hours(1), true};

struct Guarded {
  const Policy& policy;
  Bytes subject;
};
Guarded guarded(const api::Keys& keys, const Policy& policy, std::string_view who);

/// Counts an attempt. Time to wait when the subject is locked (the attempt is then not counted and must not
/// be made).
std::optional<Duration> count_attempt(store::Tx& tx, const Guarded& guarded, Timestamp now);
/// The attempt was right: forgets the count of whoever was tried.
void clear_attempts(store::Tx& tx, const Guarded& guarded);
/// The attempt was right: takes it from the count of an address that many people share.
void uncount_attempt(store::Tx& tx, const Guarded& guarded);
/// Error{too_many, "accounts.too_many_attempts"} with the seconds to wait.
[[noreturn]] void refuse_for(Duration wait);
/// How long attempt number `failures` locks its subject; nothing while attempts are free.
Duration lock_after(const Policy& policy, std::int64_t failures);

}  // namespace guong::accounts
