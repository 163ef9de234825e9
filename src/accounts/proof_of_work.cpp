// A challenge is expiry (8 bytes), bits (1), random bytes (15) and a keyed digest over them and the identifier (24).
#include "accounts/proof_of_work.h"

#include <algorithm>
#include <bit>

#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

constexpr std::size_t kExpiry = 8, kHead = 24, kMark = 24;
constexpr std::int64_t kManyAttempts = 100;

std::string mark_of(const api::Keys& keys, std::string_view head, std::string_view identifier) {
  const auto digest = hmac_sha256(keys.seal, "proof:" + std::string(head) + std::string(identifier));
  return std::string(as_text(digest).substr(0, kMark));
}

std::string big_endian(std::int64_t number) {
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift);
  return out;
}

std::int64_t number_of(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<std::uint8_t>(c);
  return static_cast<std::int64_t>(number);
}

int zero_bits(const Digest& digest) {
  int bits = 0;
  for (const auto byte : digest) {
    bits += std::countl_zero(byte);
    if (byte) break;
  }
  return bits;
}

}  // namespace

int proof_bits(std::int64_t attempts) {
  int bits = kProofBits;
  for (auto left = attempts / kManyAttempts; left && bits < kMostProofBits; left /= 2) ++bits;
  return bits;
}

Challenge make_challenge(const api::UseCaseContext& context, std::string_view identifier, int bits) {
  const auto expires_at = context.now + kProofLife;
  auto head = big_endian(expires_at.micros) + static_cast<char>(bits);
  head += as_text(context.random.bytes(kHead - head.size()));
  return {to_base64url(head + mark_of(context.keys, head, identifier)), bits, expires_at};
}

bool solves(const api::UseCaseContext& context, std::string_view identifier, const Proof& proof) {
  const auto bytes = from_base64url(proof.challenge);
  if (!bytes || bytes->size() != kHead + kMark) return false;
  const auto head = as_text(*bytes).substr(0, kHead), mark = as_text(*bytes).substr(kHead);
  if (!equal_in_constant_time(mark, mark_of(context.keys, head, identifier))) return false;
  if (number_of(head.substr(0, kExpiry)) < context.now.micros) return false;
  return zero_bits(sha256(proof.challenge + proof.answer)) >= head[kExpiry];
}

}  // namespace guong::accounts
