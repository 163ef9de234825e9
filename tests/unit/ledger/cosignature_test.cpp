// Cosignatures by C2SP tlog-cosignature.
#include "guong/ledger/cosignature.h"

#include <catch2/catch.hpp>

#include "guong/base/crypto.h"
#include "guong/ledger/merkle.h"

using namespace guong;
using namespace guong::ledger;

namespace {

const std::string kLogSeed(32, 'l'), kSeed(32, 'w'), kOther(32, 'x');
const std::string kName = "thanh-tra.example/w1";
const Timestamp kNow{1'679'315'147'000'000};

std::string note_of(std::int64_t size) {
  return sign_checkpoint({"guong.example/so-cai", size, leaf_hash("x")}, kLogSeed);
}
VerifierKey key_of(const std::string& seed, const std::string& name = kName) {
  return {name, ed25519_public_key(seed)};
}

}  // namespace

TEST_CASE("A cosignature holds for its checkpoint, its witness and its time only") {
  const auto note = note_of(17);
  const auto line = cosign(note, kName, kSeed, kNow);
  CHECK(line.starts_with("— thanh-tra.example/w1 "));
  CHECK(cosigned_at(note, line, key_of(kSeed)) == kNow);
  CHECK_FALSE(cosigned_at(note_of(18), line, key_of(kSeed)));
  CHECK_FALSE(cosigned_at(note, line, key_of(kOther)));
  CHECK_FALSE(cosigned_at(note, line, key_of(kSeed, "thanh-tra.example/w2")));
  for (std::size_t i = 30; i + 2 < line.size(); ++i) {
    auto bent = line;
    bent[i] = bent[i] == 'A' ? 'B' : 'A';
    if (bent != line) CHECK_FALSE(cosigned_at(note, bent, key_of(kSeed)));
  }
}

TEST_CASE("A cosignature is over the text of the form: header, time, the whole body") {
  const auto note = note_of(17);
  const auto line = cosign(note, kName, kSeed, kNow);
  const auto bytes = *from_base64(line.substr(line.rfind(' ') + 1, line.size() - line.rfind(' ') - 2));
  REQUIRE(bytes.size() == 4 + 8 + 64);
  const auto body = note.substr(0, note.find("\n\n") + 1);
  CHECK(ed25519_verify(as_text(key_of(kSeed).public_key), "cosignature/v1\ntime 1679315147\n" + body,
                       as_text(bytes).substr(12)));
  const auto id = sha256(kName + "\n\x04" + std::string(as_text(key_of(kSeed).public_key)));
  CHECK(as_text(bytes).substr(0, 4) == as_text(id).substr(0, 4));
}

TEST_CASE("A note with cosignatures stays the log's note, and says who cosigned it") {
  auto note = note_of(17);
  note += cosign(note_of(17), kName, kSeed, kNow);
  note += cosign(note_of(17), "bao.example/w", kOther, kNow);
  note += cosign(note_of(16), "bao.example/w3", kOther, kNow);  // of another checkpoint
  CHECK(open_checkpoint(note, "guong.example/so-cai", as_text(ed25519_public_key(kLogSeed)))->size == 17);
  const std::vector<VerifierKey> known{key_of(kOther, "bao.example/w"), key_of(kSeed),
                                       key_of(kOther, "bao.example/w3")};
  CHECK(cosigned_by(note, known) == std::vector<std::string>{"bao.example/w", kName});
  CHECK(cosigned_by("no note", known).empty());
}

TEST_CASE("A witness's key is not a log's key") {
  const auto text = format_witness_key(kName, as_text(key_of(kSeed).public_key));
  REQUIRE(parse_witness_key(text));
  CHECK(parse_witness_key(text)->name == kName);
  CHECK_FALSE(parse_verifier_key(text));
  CHECK_FALSE(parse_witness_key(format_verifier_key(kName, as_text(key_of(kSeed).public_key))));
}
