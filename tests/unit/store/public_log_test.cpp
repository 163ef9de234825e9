// The public part of the log: heads at fixed hours, filled up, and a mirror made of tiles alone.
#include "guong/store/public_log.h"

#include <catch2/catch.hpp>
#include <set>

#include "guong/base/crypto.h"
#include "guong/store/log.h"
#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

const std::string kSealKey(32, 'k');
const std::string kSeed(32, 's');
const std::string kOrigin = "guong.example/so-cai";
const std::filesystem::path kNoFile;

constexpr Timestamp at_hour(std::int64_t hour) { return {hours(24 * 20000 + hour).micros}; }

struct PublicLog {
  explicit PublicLog(const TestDatabase& database) : store(database.open()) {}
  LogWriter writer() { return {random, kSealKey, {kOrigin, kSeed, kNoFile}}; }
  void append(int count) {
    store->write([&](Tx& tx) {
      for (int i = 0; i < count; ++i)
        append_record(tx, random, kSealKey, {"entry.submitted", at_hour(1), {}, {}, {{"actor", "1234"}}});
    });
  }
  SignedHead publish() {
    return store->write([&](Tx& tx) { return publish_head(tx, at_hour(1), writer()); });
  }
  bool publish_if_due(Timestamp now) {
    return store->write([&](Tx& tx) { return publish_head_if_due(tx, now, writer()).has_value(); });
  }
  /// The root of a mirror that fetched every leaf's tile below the public head, and nothing else.
  Digest mirrored_root(std::int64_t size) {
    return store->read([&](Reader& reader) {
      std::vector<Digest> leaves;
      for (std::int64_t index = 0; index * 256 < size; ++index)
        for (const auto& leaf : read_tile(reader, {0, index, ledger::tile_width(size, 0, index)}))
          leaves.push_back(leaf);
      return ledger::tree_root(leaves);
    });
  }

  std::unique_ptr<Store> store;
  SeededRandom random{7};
};

ledger::Checkpoint opened(const std::string& note) {
  return *ledger::open_checkpoint(note, kOrigin, as_text(ed25519_public_key(kSeed)));
}

}  // namespace

TEST_CASE("A public head has a whole number of fillings, whatever was done before, and at least one more") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    PublicLog log(database);
    std::int64_t size = 0;
    for (const int done : {0, 1, 31, 32, 5}) {
      log.append(done);
      const auto head = opened(log.publish().note);
      CHECK(head.size % kLogFilling == 0);
      CHECK(head.size > size + done);
      CHECK(head.size <= size + done + kLogFilling);
      size = head.size;
    }
  }
}

TEST_CASE("A mirror of the tiles recomputes the root of every public head") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    PublicLog log(database);
    for (const int done : {3, 250, 300, 1}) {
      log.append(done);
      log.publish();
      log.append(2);  // not public yet
      const auto head = log.store->read([](Reader& reader) { return public_head(reader).value(); });
      const auto checkpoint = opened(head.note);
      CHECK(checkpoint.size == head.size);
      CHECK(log.mirrored_root(head.size) == checkpoint.root);
      CHECK(log.store->read([&](Reader& reader) { return tree_of(reader, head.size).root(); }) ==
            checkpoint.root);
    }
  }
}

TEST_CASE("Every record is included in the public head, and every public head continues the one before") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    PublicLog log(database);
    log.append(290);
    const auto first = opened(log.publish().note);
    log.append(400);
    const auto second = opened(log.publish().note);
    log.store->read([&](Reader& reader) {
      auto tree = tree_of(reader, second.size);
      CHECK(ledger::consistency_holds(first.size, first.root, second.size, second.root,
                                      tree.consistency(first.size)));
      for (const auto& one : records_between(reader, 0, second.size))
        CHECK(ledger::inclusion_holds(ledger::leaf_hash(one.record), one.seq, second.size,
                                      tree.inclusion(one.seq), second.root));
    });
  }
}

TEST_CASE("Heads become public at fixed hours, not when somebody acts") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    PublicLog log(database);
    CHECK(log.publish_if_due(at_hour(7)));
    log.append(1);
    CHECK_FALSE(log.publish_if_due(at_hour(11)));
    CHECK(log.publish_if_due(at_hour(12)));
    CHECK_FALSE(log.publish_if_due(at_hour(13)));
    CHECK(log.publish_if_due(at_hour(30)));  // although nobody did anything
  }
}

TEST_CASE("No filling is like another, so that nobody finds them by their hashes") {
  PublicLog one(test_databases().front());
  one.publish();
  const auto leaves = one.store->read([](Reader& reader) { return read_tile(reader, {0, 0, 32}); });
  CHECK(std::set<Digest>(leaves.begin(), leaves.end()).size() == 32);
}

TEST_CASE("Blocks of a past that was given up are made anew") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    PublicLog log(database);
    log.append(600);
    log.publish();
    log.store->write([](Tx& tx) { tx.exec("update ledger_block set hash = $1", {ledger::leaf_hash("")}); });
    log.append(1);
    const auto head = opened(log.publish().note);
    CHECK(log.store->read([&](Reader& reader) { return tree_of(reader, head.size).root(); }) == head.root);
  }
}

}  // namespace guong::store
