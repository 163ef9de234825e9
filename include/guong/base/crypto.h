// The few cryptographic operations the product needs, over OpenSSL 3 and libsodium. Any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "guong/base/bytes.h"

namespace guong {

Digest sha256(std::string_view bytes);

/// SHA-256 or SHA-1 of a stream (SHA-1 only for the tus checksum extension).
class Hasher {
 public:
  enum class Kind { sha256, sha1 };
  explicit Hasher(Kind kind = Kind::sha256);
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;
  ~Hasher();
  void update(std::string_view bytes);
  /// The digest so far; more may be added afterwards.
  Bytes digest() const;
  Hasher copy() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Digest hmac_sha256(std::string_view key, std::string_view message);
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// AES-256-GCM with a random nonce: nonce || ciphertext || tag. `context` is authenticated, not stored: a
/// sealed value moved to another row does not open.
Bytes seal(std::string_view key32, std::string_view context, std::string_view plain);
/// Throws Error{internal} when the key or the context is another or the bytes were changed.
std::string unseal(std::string_view key32, std::string_view context, std::string_view sealed);

/// Ed25519 from a 32-byte seed.
Bytes ed25519_public_key(std::string_view seed32);
Bytes ed25519_sign(std::string_view seed32, std::string_view message);
bool ed25519_verify(std::string_view public_key32, std::string_view message, std::string_view signature64);

/// Argon2id (19 MiB, 2 passes), as libsodium's self-describing text. Takes about 15 ms: never on an event
/// thread.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view hash, std::string_view password);

}  // namespace guong
