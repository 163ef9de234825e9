// The system's generator, and a reproducible one made of SHA-256 over a counter: the same draws on every
// platform.
#include "guong/base/random.h"

#include <openssl/rand.h>

#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong {
namespace {

constexpr std::string_view kCodeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

class SystemRandom : public Random {
 public:
  Bytes bytes(std::size_t n) override {
    Bytes out(n);
    if (RAND_bytes(out.data(), static_cast<int>(n)) != 1) throw Error(ErrorKind::internal, "base.internal");
    return out;
  }
};

}  // namespace

std::uint64_t Random::below(std::uint64_t bound) {
  // Values at or above the largest multiple of `bound` are drawn again, so that none is likelier.
  const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
  for (;;) {
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes(8)) number = number << 8 | byte;
    if (number < limit) return number % bound;
  }
}

std::string Random::code(std::size_t n) {
  std::string out;
  while (out.size() < n) out += kCodeAlphabet[below(kCodeAlphabet.size())];
  return out;
}

std::string Random::token() { return to_base64url(as_text(bytes(32))); }

Random& system_random() {
  static SystemRandom random;
  return random;
}

Bytes SeededRandom::bytes(std::size_t n) {
  Bytes out;
  const std::lock_guard lock(mutex_);
  while (out.size() < n) {
    const Digest block = sha256(std::to_string(seed_) + "/" + std::to_string(counter_++));
    out.insert(out.end(), block.begin(), block.end());
  }
  out.resize(n);
  return out;
}

}  // namespace guong
