// A witness that logs come to: what each request of tlog-witness is answered with, and what is kept.
#include <catch2/catch.hpp>
#include <filesystem>
#include <vector>

#include "app/witness.h"
#include "guong/base/crypto.h"
#include "guong/ledger/cosignature.h"
#include "guong/ledger/merkle.h"
#include "support/databases.h"

using namespace guong;
using namespace guong::app;

namespace {

const std::string kSeed(32, 's');
const std::string kLog = "guong.test/ledger";
const Timestamp kNow{1'790'000'000'000'000};

/// A log of some records, and the witness who looks at it.
struct Watched {
  test::TemporaryFolder home;
  Witness witness = Witness::open(home.path() / "witness", "thanh-tra.test/w1");
  ledger::VerifierKey log{kLog, as_bytes(as_text(ed25519_public_key(kSeed)))};
  std::vector<Digest> leaves;

  void grow(int count, const std::string& what = "record ") {
    for (int i = 0; i < count; ++i) leaves.push_back(ledger::leaf_hash(what + std::to_string(leaves.size())));
  }
  std::string note(const std::string& origin = kLog, const std::string& seed = kSeed) const {
    return ledger::sign_checkpoint(
        {origin, static_cast<std::int64_t>(leaves.size()), ledger::tree_root(leaves)}, seed);
  }
  std::string request(std::int64_t old_size, const std::string& signed_note) const {
    std::string out = "old " + std::to_string(old_size) + "\n";
    if (old_size > 0 && old_size <= static_cast<std::int64_t>(leaves.size()))
      for (const auto& digest : ledger::consistency_proof(leaves, old_size))
        out += to_base64(as_text(digest)) + "\n";
    return out + "\n" + signed_note;
  }
  CheckpointAnswer bring(std::int64_t old_size) const { return give(request(old_size, note())); }
  CheckpointAnswer give(const std::string& text) const { return add_checkpoint(witness, log, text, kNow); }
  int files(const std::string& begin) const {
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator(witness.folder))
      if (file.path().filename().string().starts_with(begin)) ++count;
    return count;
  }
};

}  // namespace

TEST_CASE("A witness cosigns each head that a growing log brings, with the proof from the last one") {
  Watched watched;
  std::int64_t last = 0;
  for (const int more : {3, 1, 0, 60, 200}) {
    watched.grow(more);
    const auto answer = watched.bring(last);
    INFO(last << " and " << more);
    REQUIRE(answer.status == 200);
    const auto key = ledger::parse_witness_key(watched.witness.verifier_key());
    CHECK(ledger::cosigned_at(watched.note(), answer.body, *key));
    last = static_cast<std::int64_t>(watched.leaves.size());
  }
}

TEST_CASE("A witness tells a log that is mistaken what it saw last") {
  Watched watched;
  watched.grow(5);
  REQUIRE(watched.bring(0).status == 200);
  watched.grow(5);
  for (const std::int64_t wrong : {0, 4, 6, 10}) {
    const auto answer = watched.bring(wrong);
    CHECK(answer.status == 409);
    CHECK(answer.media_type == "text/x.tlog.size");
    CHECK(answer.body == "5\n");
  }
  CHECK(watched.bring(5).status == 200);
}

TEST_CASE("A witness cosigns no head that does not continue the last one") {
  Watched watched;
  watched.grow(5);
  REQUIRE(watched.bring(0).status == 200);
  const auto honest = watched.leaves;
  watched.leaves[2] = ledger::leaf_hash("another");
  const auto fork = watched.bring(5);
  CHECK(fork.status == 409);
  CHECK(fork.alarm == "app.witness_fork");
  CHECK(fork.body == "5\n");
  CHECK(watched.files("alarm-") == 1);
  watched.grow(4);
  CHECK(watched.bring(5).status == 422);
  watched.leaves = honest;
  watched.grow(4);
  auto request = watched.request(5, watched.note());
  request.erase(6, 45);  // the proof's first digest
  CHECK(watched.give(request).status == 422);
  CHECK(watched.bring(5).status == 200);
}

TEST_CASE("A witness refuses what is not signed, of another log, or no request") {
  Watched watched;
  watched.grow(3);
  CHECK(watched.give(watched.request(0, watched.note(kLog, std::string(32, 'x')))).status == 403);
  CHECK(watched.give(watched.request(0, watched.note("another.test/ledger"))).status == 404);
  CHECK(watched.give(watched.request(4, watched.note())).status == 400);
  const auto good = watched.request(0, watched.note());
  for (const auto& bad : {std::string(), std::string("\n"), good.substr(4), "old -1" + good.substr(5),
                          "old 00" + good.substr(5), "old 0\nAAAA\n" + good.substr(6),
                          std::string("old 0\n\n"), std::string("old 0\n") + watched.note()})
    CHECK(watched.give(bad).status == 400);
  std::string many = "old 0\n";
  for (int i = 0; i < 64; ++i) many += to_base64(std::string(32, 'a')) + "\n";
  CHECK(watched.give(many + "\n" + watched.note()).status == 400);
  CHECK(watched.files("alarm-") == 0);
  CHECK(watched.give(good).status == 200);
}
