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
/// Who is tried from one network; a lock of it closes nobody else's.
inline constexpr Policy kSignInHere{"sign-in-here", 5, seconds(30), hours(24)};
/// Who is tried from anywhere: locks nothing, after the free attempts strangers solve a proof for each.
inline constexpr Policy kSignInIdentifier{"sign-in-identifier", 10, {}, hours(24)};
/// A device on which the owner has signed in before.
inline constexpr Policy kSignInDevice{"sign-in-device", 10, seconds(30), hours(24)};
/// A proof that was used, until it is too old.
inline constexpr Policy kSignInProof{"sign-in-proof", 1, minutes(5), minutes(5)};
inline constexpr Policy kChangePassword{"change-password", 5, seconds(30), hours(24)};
inline constexpr Policy kSignInClient{"sign-in-client", 60, seconds(30), hours(1), true};
inline constexpr Policy kRegisterClient{"register-client", 100, minutes(1), hours(1), true};
inline constexpr Policy kResetClient{"reset-client", 30, minutes(1), hours(1), true};
inline constexpr Policy kTokenClient{"token-client", 60, minutes(1), hours(1), true};

/// An IPv4 address as it is; of an IPv6 address the first 64 bits, whose other addresses are free to take.
std::string network_of(std::string_view client);

struct Guarded {
  const Policy& policy;
  Bytes subject;
};
Guarded guarded(const api::Keys& keys, const Policy& policy, std::string_view who);

/// Counts an attempt. Time to wait when the subject is locked (the attempt is then not counted and must not
/// be made).
std::optional<Duration> count_attempt(store::Tx& tx, const Guarded& guarded, Timestamp now);
/// How often it was tried within the window.
std::int64_t attempts_so_far(store::Reader& reader, const Guarded& guarded, Timestamp now);
/// The attempt was right: forgets the count of whoever was tried.
void clear_attempts(store::Tx& tx, const Guarded& guarded);
/// The attempt was right: takes it from the count of an address that many people share.
void uncount_attempt(store::Tx& tx, const Guarded& guarded);
/// Error{too_many, "accounts.too_many_attempts"} with the seconds to wait.
[[noreturn]] void refuse_for(Duration wait);
/// How long attempt number `failures` locks its subject; nothing while attempts are free.
Duration lock_after(const Policy& policy, std::int64_t failures);

}  // namespace guong::accounts
