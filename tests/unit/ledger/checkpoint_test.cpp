// Signed heads against published signed notes, and against every changed byte.
#include "guong/ledger/checkpoint.h"

#include <catch2/catch.hpp>

#include "guong/base/crypto.h"
#include "guong/base/error.h"

using namespace guong;
using namespace guong::ledger;

namespace {

const std::string kSeed(32, 'k');
const Bytes kKey = ed25519_public_key(kSeed);
const std::string kOrigin = "guong.example/so-cai";

Checkpoint sample() {
  Checkpoint out{kOrigin, 17, {}};
  out.root.fill(0xa5);
  return out;
}

std::optional<Checkpoint> open(std::string_view note) {
  return open_checkpoint(note, kOrigin, as_text(kKey));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

std::string signed_text(const std::string& text) { return sign_note(text, kOrigin, kSeed); }

}  // namespace

TEST_CASE("a published note of the Go checksum database's library opens with its published key") {
  const auto key = parse_verifier_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  REQUIRE(key);
  CHECK(key->name == "PeterNeumann");
  const std::string text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your "
      "problem is.\n";
  const std::string signature =
      "\u2014 PeterNeumann "
      "x08go/ZJkuBS9UG/"
      "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const auto opened = open_note(text + "\n" + signature, key->name, as_text(key->public_key));
  REQUIRE(opened);
  CHECK(*opened == text);
  CHECK_FALSE(
      open_note(replaced(text, "your", "our") + "\n" + signature, key->name, as_text(key->public_key)));
}

TEST_CASE("the same published key signs the same note") {
  // "PRIVATE+KEY+PeterNeumann+c74f20a3+..." of that library's documentation, without its type byte.
  const auto key = from_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
  REQUIRE(key);
  const Bytes seed(key->begin() + 1, key->end());
  CHECK(sign_note("If you think cryptography is the answer to your problem,\n"
                  "then you don't know what your problem is.\n",
                  "PeterNeumann", as_text(seed))
            .ends_with("\n\n\u2014 PeterNeumann "
                       "x08go/ZJkuBS9UG/"
                       "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"));
  CHECK(format_verifier_key("PeterNeumann", as_text(ed25519_public_key(as_text(seed)))) ==
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}

TEST_CASE("a note whose text has empty lines opens with its published key") {
  const auto key =
      parse_verifier_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  REQUIRE(key);
  const std::string note =
      "This is an example message.\n\n\u2014 example.com/foo "
      "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
      "\n";
  CHECK(open_note(note, key->name, as_text(key->public_key)) == "This is an example message.\n");
  const std::string verse = "first\n\nsecond\n";
  CHECK(open_note(signed_text(verse), kOrigin, as_text(kKey)) == verse);
}

TEST_CASE("a checkpoint is written in the five lines of its form and read back") {
  const std::string note = sign_checkpoint(sample(), kSeed);
  CHECK(
      note.starts_with("guong.example/so-cai\n17\npaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaU=\n\n\u2014 "
                       "guong.example/so-cai "));
  CHECK(note.ends_with("\n"));
  CHECK(open(note) == sample());
  CHECK(read_unverified_checkpoint(note) == sample());
}

TEST_CASE("a checkpoint with any byte changed does not open") {
  const std::string note = sign_checkpoint(sample(), kSeed);
  for (std::size_t i = 0; i < note.size(); ++i) {
    for (char flip : {'\x01', '\x20'}) {
      std::string changed = note;
      changed[i] = static_cast<char>(changed[i] ^ flip);
      INFO(i);
      REQUIRE_FALSE(open(changed));
    }
  }
  for (std::size_t i = 0; i < note.size(); ++i) REQUIRE_FALSE(open(note.substr(0, i)));
}

TEST_CASE("a checkpoint of another key, another log or nobody does not open") {
  const std::string note = sign_checkpoint(sample(), kSeed);
  const Bytes other = ed25519_public_key(std::string(32, 'o'));
  CHECK_FALSE(open_checkpoint(note, kOrigin, as_text(other)));
  CHECK_FALSE(open_checkpoint(note, "guong.example/khac", as_text(kKey)));
  CHECK_FALSE(open(note.substr(0, note.find("\u2014"))));
  // Signed by our key, but it speaks of another log.
  CHECK_FALSE(
      open(signed_text(replaced(note.substr(0, note.find("\n\n") + 1), "guong.example", "other.example"))));
}

TEST_CASE("signatures of witnesses stand beside ours, but a false one in our name spoils the note") {
  const std::string note = sign_checkpoint(sample(), kSeed);
  const auto signature_of = [&](std::string_view name, const std::string& seed) {
    const std::string other = sign_note(note.substr(0, note.find("\n\n") + 1), name, seed);
    return other.substr(other.find("\u2014"));
  };
  CHECK(open(note + signature_of("witness.example", std::string(32, 'w'))) == sample());
  CHECK(open(note + signature_of(kOrigin, std::string(32, 'w'))) == sample());  // an older key of ours
  CHECK_FALSE(open(note + "not a signature line\n"));
  const std::string elsewhere = signed_text("another text\n");
  CHECK_FALSE(open(note + elsewhere.substr(elsewhere.find("\u2014"))));
}

TEST_CASE("a signed text that is not a checkpoint is not one") {
  const std::string root = "paWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaU=";
  CHECK(open(signed_text(kOrigin + "\n0\n" + root + "\n")));
  CHECK(open(signed_text(kOrigin + "\n17\n" + root + "\nan extension\n")));
  for (const std::string& lines :
       {"\n017\n" + root + "\n", "\n-1\n" + root + "\n", "\n+1\n" + root + "\n", "\n1x\n" + root + "\n",
        "\n\n" + root + "\n", "\n99999999999999999999\n" + root + "\n", std::string("\n17\n\n"),
        std::string("\n17\n"), "\n17\n" + root.substr(4) + "\n",
        "\n17\n" + root + "\n\nextension after an empty line\n"}) {
    INFO(lines);
    CHECK_FALSE(open(signed_text(kOrigin + lines)));
  }
}

TEST_CASE("what cannot stand in a note is not signed") {
  CHECK_THROWS_AS(sign_note("no newline at the end", kOrigin, kSeed), Error);
  CHECK_THROWS_AS(sign_note("a tab\tinside\n", kOrigin, kSeed), Error);
  CHECK_THROWS_AS(sign_note("not UTF-8 \xff\n", kOrigin, kSeed), Error);
  for (const char* name : {"", "two words", "a+b", "tab\t", "wide\u3000space", "line\nbreak"}) {
    INFO(name);
    CHECK_FALSE(valid_origin(name));
    CHECK_THROWS_AS(sign_note("text\n", name, kSeed), Error);
  }
  CHECK(valid_origin("sổ-cái.example"));
}

TEST_CASE("a verifier key with anything changed is refused") {
  const std::string key = format_verifier_key(kOrigin, as_text(kKey));
  const auto parsed = parse_verifier_key(key);
  REQUIRE(parsed);
  CHECK(parsed->name == kOrigin);
  CHECK(parsed->public_key == kKey);
  for (std::size_t i = 0; i < key.size(); ++i) {
    std::string changed = key;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    INFO(i);
    REQUIRE_FALSE(parse_verifier_key(changed));
  }
  CHECK_FALSE(parse_verifier_key(""));
  CHECK_FALSE(parse_verifier_key("name+00000000"));
}
