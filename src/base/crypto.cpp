// OpenSSL for hashes and AES-GCM (hardware-fast, streaming), libsodium for keys, HMAC and passwords. Every
// failure is an internal error: a caller could not mend it, and going on without the protection is no choice.
#include "guong/base/crypto.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstring>
#include <semaphore>
#include <thread>

#include "guong/base/error.h"
#include "guong/base/hmac.h"

namespace guong {
namespace {

constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

[[noreturn]] void fail() { throw Error(ErrorKind::internal, "base.internal"); }
void ensure(bool ok) {
  if (!ok) fail();
}

int length_of(std::string_view bytes) {
  ensure(bytes.size() <= INT_MAX);
  return static_cast<int>(bytes.size());
}

/// Chooses the fastest implementations for this processor, once.
void start_sodium() {
  static const bool ready = sodium_init() >= 0;
  ensure(ready);
}

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// libsodium's secret key: the seed and the public key after it.
std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret_key(std::string_view seed32) {
  ensure(seed32.size() == crypto_sign_SEEDBYTES);
  start_sodium();
  std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> ignored;
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> out;
  ensure(crypto_sign_seed_keypair(ignored.data(), out.data(), raw(seed32)) == 0);
  return out;
}

// Looked up once: OpenSSL 3 otherwise searches its providers at each use, which costs more than hashing a
// line.
const EVP_MD* digest_kind(Hasher::Kind kind) {
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  static const EVP_MD* const sha1 = EVP_MD_fetch(nullptr, "SHA1", nullptr);
  return kind == Hasher::Kind::sha256 ? sha256 : sha1;
}
const EVP_CIPHER* aes() {
  static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return cipher;
}

}  // namespace

Digest sha256(std::string_view bytes) {
  Digest out{};
  ensure(EVP_Digest(bytes.data(), bytes.size(), out.data(), nullptr, digest_kind(Hasher::Kind::sha256),
                    nullptr) == 1);
  return out;
}

struct Hasher::State {
  Context context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Hasher::Hasher(Kind kind) : state_(std::make_unique<State>()) {
  ensure(EVP_DigestInit_ex(state_->context.get(), digest_kind(kind), nullptr) == 1);
}
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::update(std::string_view bytes) {
  ensure(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

Bytes Hasher::digest() const {
  const Hasher last = copy();  // OpenSSL takes no more bytes once a digest is final
  Bytes out(EVP_MAX_MD_SIZE);
  unsigned int length = 0;
  ensure(EVP_DigestFinal_ex(last.state_->context.get(), out.data(), &length) == 1);
  out.resize(length);
  return out;
}

Hasher Hasher::copy() const {
  Hasher other;
  ensure(EVP_MD_CTX_copy_ex(other.state_->context.get(), state_->context.get()) == 1);
  return other;
}

struct Hmac::State {
  crypto_auth_hmacsha256_state state;
};

Hmac::Hmac(std::string_view key) : state_(std::make_unique<State>()) {
  start_sodium();
  crypto_auth_hmacsha256_init(&state_->state, raw(key), key.size());
}
Hmac::Hmac(Hmac&&) noexcept = default;
Hmac& Hmac::operator=(Hmac&&) noexcept = default;
Hmac::~Hmac() = default;

void Hmac::update(std::string_view bytes) {
  crypto_auth_hmacsha256_update(&state_->state, raw(bytes), bytes.size());
}

Digest Hmac::digest() {
  Digest out{};
  crypto_auth_hmacsha256_final(&state_->state, out.data());
  return out;
}

Digest hmac_sha256(std::string_view key, std::string_view message) {
  Hmac hmac(key);
  hmac.update(message);
  return hmac.digest();
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// Random nonces of 96 bits are safe for some 2^32 values under one key; far fewer are ever sealed.
Bytes seal(std::string_view key32, std::string_view context, std::string_view plain) {
  ensure(key32.size() == 32);
  Bytes out(kNonce + plain.size() + kTag);
  ensure(RAND_bytes(out.data(), kNonce) == 1);
  const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  int written = 0;
  ensure(EVP_EncryptInit_ex(cipher.get(), aes(), nullptr, raw(key32), out.data()) == 1);
  ensure(EVP_EncryptUpdate(cipher.get(), nullptr, &written, raw(context), length_of(context)) == 1);
  ensure(EVP_EncryptUpdate(cipher.get(), out.data() + kNonce, &written, raw(plain), length_of(plain)) == 1);
  ensure(EVP_EncryptFinal_ex(cipher.get(), out.data() + kNonce + written, &written) == 1);
  ensure(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag, out.data() + kNonce + plain.size()) ==
         1);
  return out;
}

std::string unseal(std::string_view key32, std::string_view context, std::string_view sealed) {
  ensure(key32.size() == 32 && sealed.size() >= kNonce + kTag);
  const std::string_view body = sealed.substr(kNonce, sealed.size() - kNonce - kTag);
  std::string tag(sealed.substr(sealed.size() - kTag));
  std::string out(body.size(), '\0');
  const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  int written = 0;
  auto* plain = reinterpret_cast<unsigned char*>(out.data());
  ensure(EVP_DecryptInit_ex(cipher.get(), aes(), nullptr, raw(key32), raw(sealed)) == 1);
  ensure(EVP_DecryptUpdate(cipher.get(), nullptr, &written, raw(context), length_of(context)) == 1);
  ensure(EVP_DecryptUpdate(cipher.get(), plain, &written, raw(body), length_of(body)) == 1);
  ensure(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()) == 1);
  ensure(EVP_DecryptFinal_ex(cipher.get(), plain + written, &written) == 1);
  return out;
}

Bytes ed25519_public_key(std::string_view seed32) {
  const auto key = secret_key(seed32);
  return Bytes(key.begin() + crypto_sign_SEEDBYTES, key.end());
}

Bytes ed25519_sign(std::string_view seed32, std::string_view message) {
  const auto key = secret_key(seed32);
  Bytes out(crypto_sign_BYTES);
  ensure(crypto_sign_detached(out.data(), nullptr, raw(message), message.size(), key.data()) == 0);
  return out;
}

bool ed25519_verify(std::string_view public_key32, std::string_view message, std::string_view signature64) {
  return public_key32.size() == crypto_sign_PUBLICKEYBYTES && signature64.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(raw(signature64), raw(message), message.size(), raw(public_key32)) == 0;
}

namespace {

/// Each takes a processor and 19 MB for a while: as many sign-ins as come at once must not take them all.
class HashingPlace {
 public:
  HashingPlace() { places().acquire(); }
  ~HashingPlace() { places().release(); }
  HashingPlace(const HashingPlace&) = delete;

 private:
  static std::counting_semaphore<>& places() {
    static std::counting_semaphore<> free(std::clamp(std::thread::hardware_concurrency(), 2U, 4U));
    return free;
  }
};

}  // namespace

std::string hash_password(std::string_view password) {
  const HashingPlace place;
  // The least that OWASP recommends for Argon2id: more would let sign-ins use up the memory of a small
  // server.
  constexpr unsigned long long kPasses = 2;
  constexpr std::size_t kMemory = 19 * 1024 * 1024;
  start_sodium();
  std::string out(crypto_pwhash_STRBYTES, '\0');
  ensure(crypto_pwhash_str_alg(out.data(), password.data(), password.size(), kPasses, kMemory,
                               crypto_pwhash_ALG_ARGON2ID13) == 0);
  out.resize(std::strlen(out.c_str()));
  return out;
}

bool password_matches(std::string_view hash, std::string_view password) {
  start_sodium();
  const HashingPlace place;
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

}  // namespace guong
