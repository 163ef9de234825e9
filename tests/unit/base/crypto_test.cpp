// Hashes, MACs, signatures and sealing against published vectors and changed bytes.
#include "guong/base/crypto.h"

#include <catch2/catch.hpp>

#include "guong/base/error.h"

using namespace guong;

namespace {

std::string bytes_of(std::string_view hex) { return std::string(as_text(*from_hex(hex))); }
const std::string kKey(32, 'k');

}  // namespace

TEST_CASE("Digests and codes match the published vectors") {
  CHECK(to_hex(as_text(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(as_text(sha256(""))) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(as_text(hmac_sha256("Jefe", "what do ya want for nothing?"))) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("A stream's digest can be looked at on the way") {
  Hasher hasher;
  hasher.update("a");
  CHECK(hasher.digest() == as_bytes(as_text(sha256("a"))));
  Hasher branch = hasher.copy();
  hasher.update("bc");
  branch.update("x");
  CHECK(hasher.digest() == as_bytes(as_text(sha256("abc"))));
  CHECK(branch.digest() == as_bytes(as_text(sha256("ax"))));
}

TEST_CASE("A stream can be hashed with SHA-1, and its copy stays so") {
  Hasher hasher(Hasher::Kind::sha1);
  hasher.update("ab");
  Hasher copy = hasher.copy();
  copy.update("c");
  CHECK(to_hex(as_text(copy.digest())) == "a9993e364706816aba3e25717850c26c9cd0d89d");
}

TEST_CASE("Ed25519 gives the first vector of RFC 8032") {
  const std::string seed = bytes_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  const Bytes public_key = ed25519_public_key(seed);
  CHECK(to_hex(as_text(public_key)) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  CHECK(to_hex(as_text(ed25519_sign(seed, ""))) ==
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25b"
        "f5f0595bbe2465514143"
        "8e7a100b");
}

TEST_CASE("A signature holds for its own message and key only") {
  const Bytes key = ed25519_public_key(kKey);
  Bytes signature = ed25519_sign(kKey, "giải nhất");
  CHECK(ed25519_verify(as_text(key), "giải nhất", as_text(signature)));
  CHECK_FALSE(ed25519_verify(as_text(key), "giải nhì", as_text(signature)));
  CHECK_FALSE(
      ed25519_verify(as_text(ed25519_public_key(std::string(32, 'x'))), "giải nhất", as_text(signature)));
  CHECK_FALSE(ed25519_verify(as_text(key), "giải nhất", "short"));
  CHECK_FALSE(ed25519_verify("short", "giải nhất", as_text(signature)));
  signature[10] ^= 1;
  CHECK_FALSE(ed25519_verify(as_text(key), "giải nhất", as_text(signature)));
}

TEST_CASE("A sealed value opens with its key in its place, and nowhere else") {
  for (const std::string& plain : {std::string(), std::string("Nguyễn Văn An"), std::string(100'000, 'x')}) {
    const Bytes sealed = seal(kKey, "entry:1", plain);
    CHECK(unseal(kKey, "entry:1", as_text(sealed)) == plain);
    CHECK_THROWS_AS(unseal(kKey, "entry:2", as_text(sealed)), Error);
    CHECK_THROWS_AS(unseal(kKey, "", as_text(sealed)), Error);
    CHECK_THROWS_AS(unseal(std::string(32, 'x'), "entry:1", as_text(sealed)), Error);
  }
}

TEST_CASE("A sealed value that was changed anywhere does not open") {
  const Bytes sealed = seal(kKey, "", "An");
  CHECK(unseal(kKey, "", as_text(sealed)) == "An");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes changed = sealed;
    changed[i] ^= 1;
    CHECK_THROWS_AS(unseal(kKey, "", as_text(changed)), Error);
  }
  CHECK_THROWS_AS(unseal(kKey, "", as_text(sealed).substr(1)), Error);
  CHECK_THROWS_AS(unseal(kKey, "", ""), Error);
  CHECK_THROWS_AS(seal("short", "", "An"), Error);
}

TEST_CASE("The same value sealed twice looks different") {
  CHECK(seal(kKey, "c", "An") != seal(kKey, "c", "An"));
}

TEST_CASE("A password matches its own hash, which states its cost") {
  const std::string hash = hash_password("mật khẩu đủ dài");
  CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(password_matches(hash, "mật khẩu đủ dài"));
  CHECK_FALSE(password_matches(hash, "mat khau du dai"));
  CHECK_FALSE(password_matches("", "mật khẩu đủ dài"));
  CHECK_FALSE(password_matches("not a hash", ""));
  CHECK(hash_password("mật khẩu đủ dài") != hash);
}

TEST_CASE("Comparison in constant time compares") {
  CHECK(equal_in_constant_time("", ""));
  CHECK(equal_in_constant_time("abc", "abc"));
  CHECK_FALSE(equal_in_constant_time("abc", "abd"));
  CHECK_FALSE(equal_in_constant_time("abc", "ab"));
}
