// Exponential locks over a counting window. Subjects are hashed with the installation's key: identifiers that
// were only tried must not stand readable in a table.
#include "accounts/limiter.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

#include "accounts/limiter_store.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong::accounts {

std::string network_of(std::string_view client) {
  in6_addr address{};
  if (::inet_pton(AF_INET6, std::string(client).c_str(), &address) != 1) return std::string(client);
  if (IN6_IS_ADDR_V4MAPPED(&address)) return std::string(client);
  char text[INET6_ADDRSTRLEN] = "";
  std::fill(address.s6_addr + 8, address.s6_addr + 16, std::uint8_t{0});
  ::inet_ntop(AF_INET6, &address, text, sizeof text);
  return std::string(text) + "/64";
}

Guarded guarded(const api::Keys& keys, const Policy& policy, std::string_view subject) {
  const auto who = policy.address ? network_of(subject) : std::string(subject);
  const auto digest = hmac_sha256(keys.seal, "guard:" + std::string(policy.name) + ":" + who);
  return {policy, Bytes(digest.begin(), digest.end())};
}

Duration lock_after(const Policy& policy, std::int64_t failures) {
  if (failures < policy.free_attempts) return {};
  // Bounded before shifting: twelve doublings pass an hour by far, sixty would overflow.
  const auto doublings = std::min<std::int64_t>(failures - policy.free_attempts, 12);
  return std::min(Duration{policy.first_lock.micros << doublings}, hours(1));
}

std::optional<Duration> count_attempt(store::Tx& tx, const Guarded& guarded, Timestamp now) {
  auto count = load_count(tx, guarded.subject).value_or(GuardCount{0, now, {0}});
  if (count.locked_until > now) return count.locked_until - now;
  if (now - count.window_start > guarded.policy.window) count = {0, now, {0}};
  ++count.failures;
  const auto lock = lock_after(guarded.policy, count.failures);
  if (lock.micros) count.locked_until = now + lock;
  save_count(tx, guarded.subject, count);
  return std::nullopt;
}

std::int64_t attempts_so_far(store::Reader& reader, const Guarded& guarded, Timestamp now) {
  const auto count = load_count(reader, guarded.subject);
  return count && now - count->window_start <= guarded.policy.window ? count->failures : 0;
}

void clear_attempts(store::Tx& tx, const Guarded& guarded) { delete_count(tx, guarded.subject); }

void uncount_attempt(store::Tx& tx, const Guarded& guarded) {
  auto count = load_count(tx, guarded.subject);
  if (!count || count->failures == 0) return;
  --count->failures;
  count->locked_until = {0};
  save_count(tx, guarded.subject, *count);
}

void refuse_for(Duration wait) {
  const auto whole = std::to_string((wait.micros + 999'999) / 1'000'000);
  throw Error(ErrorKind::too_many, "accounts.too_many_attempts",
              {{"seconds", whole}, {"retry_after", whole}});
}

}  // namespace guong::accounts
