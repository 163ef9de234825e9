// The cookie is a list of marks, the latest first. A mark is the day on which it was made (4 bytes), random
// bytes (12) and a keyed digest over both and the account (16): whoever reads it learns no name.
#include "accounts/known_device.h"

#include <vector>

#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

constexpr std::size_t kDay = 4, kHead = 16, kSeal = 16;
constexpr std::size_t kMostMarks = 5;  // people who share a device

std::uint32_t day_of(Timestamp time) { return static_cast<std::uint32_t>(time.micros / days(1).micros); }

std::string seal_of(const api::Keys& keys, std::string_view head, AccountId account) {
  const auto digest =
      hmac_sha256(keys.seal, "known-device:" + std::string(head) + std::to_string(account.value));
  return std::string(as_text(digest).substr(0, kSeal));
}

std::string new_mark(const api::UseCaseContext& context, AccountId account) {
  const auto today = day_of(context.now);
  std::string head;
  for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>(today >> shift);
  head += as_text(context.random.bytes(kHead - kDay));
  return to_base64url(head + seal_of(context.keys, head, account));
}

bool is_of(const api::UseCaseContext& context, std::string_view mark, AccountId account) {
  const auto bytes = from_base64url(mark);
  if (!bytes || bytes->size() != kHead + kSeal) return false;
  const auto head = as_text(*bytes).substr(0, kHead), seal = as_text(*bytes).substr(kHead);
  if (!equal_in_constant_time(seal, seal_of(context.keys, head, account))) return false;
  std::uint32_t made = 0;
  for (const char c : head.substr(0, kDay)) made = made << 8 | static_cast<std::uint8_t>(c);
  return day_of(context.now) - made <= day_of(Timestamp{kDeviceLife.micros});
}

std::vector<std::string> marks_in(std::string_view cookie) {
  std::vector<std::string> marks;
  while (!cookie.empty() && marks.size() < kMostMarks) {
    const auto dot = std::min(cookie.find('.'), cookie.size());
    marks.emplace_back(cookie.substr(0, dot));
    cookie.remove_prefix(std::min(dot + 1, cookie.size()));
  }
  return marks;
}

}  // namespace

std::string device_cookie_name(std::string_view base_url) {
  return base_url.starts_with("https://") ? "__Host-guong_device" : "guong_device";
}

std::optional<std::string> known_device(const api::UseCaseContext& context, std::string_view cookie,
                                        AccountId account) {
  for (auto& mark : marks_in(cookie))
    if (is_of(context, mark, account)) return std::move(mark);
  return std::nullopt;
}

std::string remember_device(const api::UseCaseContext& context, std::string_view cookie, AccountId account) {
  auto out = new_mark(context, account);
  std::size_t kept = 1;
  for (const auto& mark : marks_in(cookie)) {
    if (mark.size() != out.substr(0, out.find('.')).size() || is_of(context, mark, account)) continue;
    if (!from_base64url(mark) || kept++ == kMostMarks) break;
    out += "." + mark;
  }
  return out;
}

}  // namespace guong::accounts
