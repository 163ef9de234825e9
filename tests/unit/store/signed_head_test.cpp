// The file that holds the service to what it signed: a log that does not continue it gets no signature.
#include "guong/store/signed_head.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/log.h"
#include "guong/store/public_log.h"
#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

const std::string kSealKey(32, 'k');
const std::string kSeed(32, 's');
const std::string kOrigin = "guong.example/so-cai";

struct SignedLog {
  explicit SignedLog(const TestDatabase& database)
      : file(database.folder() / "ledger.head"), store(database.open()) {}
  void append(int count = 1) {
    store->write([&](Tx& tx) {
      for (int i = 0; i < count; ++i)
        append_record(tx, random, kSealKey, {"entry.submitted", {1'000'000}, {}, {}, {{"actor", "1234"}}});
    });
  }
  HeadSigner signer() const { return {kOrigin, kSeed, file}; }
  SignedHead sign() {
    const auto head = store->write([&](Tx& tx) { return sign_head(tx, {5}, signer()); });
    keep_head(signer(), head);
    return head;
  }
  SignedHead resume() { return resume_log(*store, {6}, {random, kSealKey, signer()}, "a restored backup"); }
  std::string refusal() {
    try {
      sign();
    } catch (const Error& error) {
      return error.key();
    }
    return "signed";
  }
  void run(const std::string& sql) {
    store->write([&](Tx& tx) { tx.exec(sql); });
  }
  /// Writes the log anew with the record `changed` made another, and all that is computed of it.
  void rewrite(std::int64_t changed) {
    ledger::Frontier tree;
    store->write([&](Tx& tx) {
      const auto leaves = tx.all("select leaf_hash from ledger_record order by seq", {},
                                 [](const Row& row) { return row.blob(0); });
      for (std::size_t i = 0; i < leaves.size(); ++i) {
        Digest leaf{};
        std::copy(leaves[i].begin(), leaves[i].end(), leaf.begin());
        if (static_cast<std::int64_t>(i) == changed) leaf = ledger::leaf_hash("another past");
        tx.exec("update ledger_record set leaf_hash = $1 where seq = $2",
                {leaf, static_cast<std::int64_t>(i)});
        tree.append(leaf);
      }
      tx.exec("update ledger_head set frontier = $1, size = $2", {tree.to_bytes(), tree.size()});
      tx.exec("delete from ledger_checkpoint");
    });
  }

  std::filesystem::path file;
  std::unique_ptr<Store> store;
  SeededRandom random{7};
};

}  // namespace

TEST_CASE("A log that grows is signed again and again, and the file has the last head") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    CHECK(log.refusal() == "signed");
    for (int i = 1; i < 40; ++i) {
      log.append(i % 5);
      const auto head = log.sign();
      CHECK(read_head_file(log.signer())->note == head.note);
      CHECK(read_head_file(log.signer())->frontier == head.frontier);
    }
  }
}

TEST_CASE(
    "A rewritten log is not signed, whichever record was changed and however the rest was made to fit") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    log.append(11);
    log.sign();
    log.append(3);  // these bind nobody yet
    log.rewrite(12);
    CHECK(log.refusal() == "signed");
    log.append(2);
    for (const int changed : {0, 7, 10, 13}) {
      log.rewrite(changed);
      CHECK(log.refusal() == "ledger.head_rewritten");
    }
  }
}

TEST_CASE("A log that lost its end is not signed, not even when it has grown past the old size") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    log.append(9);
    log.sign();
    log.run("delete from ledger_opening where seq >= 7");
    log.run("delete from ledger_record where seq >= 7");
    log.rewrite(-1);
    CHECK(log.refusal() == "ledger.head_rewritten");
    log.append(5);
    CHECK(log.refusal() == "ledger.head_rewritten");
  }
}

TEST_CASE("A head in the database that is not of this log is no way around the file") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    log.append(4);
    log.sign();
    log.append(1);
    log.sign();
    log.run("update ledger_checkpoint set note = (select max(note) from ledger_checkpoint where size = 4)");
    CHECK(log.refusal() == "ledger.head_rewritten");
  }
}

TEST_CASE("Without the file every head in the database must hold before another is signed") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    log.append(4);
    log.sign();
    std::filesystem::remove(log.file);
    log.append(1);
    CHECK(log.refusal() == "signed");
    std::filesystem::remove(log.file);
    log.run("update ledger_record set kind = 'x' where seq = 2");
    CHECK(log.refusal() == "ledger.head_rewritten");
  }
}

TEST_CASE("A file that another key signed, or that was changed, keeps the log from being signed") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    log.append(4);
    auto head = log.sign();
    std::filesystem::remove(log.file);
    const std::string other(32, 'o');
    head.note = ledger::sign_checkpoint({kOrigin, 4, head.frontier.root()}, other);
    std::ofstream(log.file) << head_file_text(head);
    CHECK(log.refusal() == "ledger.head_file_wrong");
    std::ofstream(log.file) << "";
    CHECK(log.refusal() == "ledger.head_file_wrong");
  }
}

TEST_CASE("A log is resumed with a mark in it, and the abandoned head is put aside") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    SignedLog log(database);
    log.append(4);
    const auto old = log.sign();
    CHECK_THROWS_AS(log.resume(), Error);
    log.rewrite(2);
    CHECK(log.refusal() == "ledger.head_rewritten");
    CHECK(log.resume().note == old.note);
    const auto mark = log.store->read([](Reader& reader) { return records_between(reader, 4, 5)[0]; });
    CHECK(mark.kind == "ledger.resumed");
    CHECK(mark.record.find(to_base64(as_text(old.frontier.root()))) != std::string::npos);
    CHECK(log.refusal() == "signed");
    CHECK(std::filesystem::exists(log.file.string() + ".abandoned-4"));
  }
}

}  // namespace guong::store
