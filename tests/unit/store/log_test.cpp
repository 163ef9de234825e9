// The ledger in the database: appending at once by many, and finding whatever was changed.
#include "guong/store/log.h"
#include "guong/store/signed_head.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "guong/base/crypto.h"
#include "guong/ledger/checkpoint.h"
#include "guong/ledger/merkle.h"
#include "guong/store/openings.h"
#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

const std::string kSealKey(32, 'k');
const std::string kSeed(32, 's');
const std::string kOrigin = "guong.example/so-cai";

ledger::RecordDraft draft(int number) {
  return {"entry.submitted",
          Timestamp{number * 1'000'000},
          number % 2 ? std::optional(ContestId{42}) : std::nullopt,
          {{"number", std::to_string(number)}},
          {{"actor", "1234"}, {"entry", "99"}}};
}

struct Log {
  explicit Log(const TestDatabase& database) : store(database.open()) {}
  std::int64_t append(int number) {
    return store->write([&](Tx& tx) { return append_record(tx, random, kSealKey, draft(number)).seq; });
  }
  SignedHead sign_as(const HeadSigner& signer, Timestamp now = {5}) {
    return store->write([&](Tx& tx) { return sign_head(tx, now, signer); });
  }
  std::string sign(Timestamp now = {5}) { return sign_as({kOrigin, kSeed, head_file}, now).note; }
  /// "ok", or key and number of the first broken record.
  std::string verify(const std::string& seed = kSeed) {
    const auto broken = store->read(
        [&](Reader& reader) { return verify_log(reader, kOrigin, as_text(ed25519_public_key(seed))); });
    return broken ? broken->key + " " + std::to_string(broken->seq) : "ok";
  }
  void tamper(const std::string& sql) {
    store->write([&](Tx& tx) { tx.exec(sql); });
  }

  std::filesystem::path head_file;  // none
  std::unique_ptr<Store> store;
  SeededRandom random{7};
};

TEST_CASE("What was appended leads to the root of the log that it ends, for whoever holds the signed head") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    for (int i = 0; i < 20; ++i) {
      const auto appended =
          log.store->write([&](Tx& tx) { return append_record(tx, log.random, kSealKey, draft(i)); });
      const auto head = ledger::open_checkpoint(log.sign(), kOrigin, as_text(ed25519_public_key(kSeed)));
      REQUIRE(head);
      CHECK(head->size == appended.seq + 1);
      const auto leaf = ledger::leaf_hash(appended.record);
      CHECK(ledger::inclusion_holds(leaf, appended.seq, head->size, appended.path, head->root));
      CHECK_FALSE(ledger::inclusion_holds(ledger::leaf_hash(appended.record + " "), appended.seq, head->size,
                                          appended.path, head->root));
    }
  }
}

TEST_CASE("Records are numbered from nought, and the log verifies at every size") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    CHECK(log.verify() == "ok");
    log.sign();
    for (int i = 0; i < 20; ++i) {
      CHECK(log.append(i) == i);
      if (i % 3 == 0) log.sign();
      CHECK(log.verify() == "ok");
    }
  }
}

TEST_CASE("A log of more than a page verifies") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    log.store->write([&](Tx& tx) {
      for (int i = 0; i < 1203; ++i) append_record(tx, log.random, kSealKey, draft(i));
    });
    log.sign();
    CHECK(log.verify() == "ok");
    log.tamper(R"(delete from ledger_opening)");
    log.tamper(R"(delete from ledger_record where seq = 777)");
    CHECK(log.verify() == "ledger.record_missing 777");
  }
}

TEST_CASE("Private values stand in the record as commitments that their openings fulfil") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    log.append(0);
    const auto seq = log.append(1);
    const auto record = log.store->read([&](Reader& reader) {
      return *reader.one(R"(select record from ledger_record where seq = $1)", {seq},
                         [](const Row& row) { return row.text(0); });
    });
    CHECK(record.find("1234") == std::string::npos);
    const auto openings =
        log.store->read([&](Reader& reader) { return find_openings(reader, kSealKey, seq); });
    REQUIRE(openings.size() == 2);
    CHECK(openings.at("actor").value().value == "1234");
    CHECK(openings.at("entry").value().value == "99");
    for (const auto& [name, opening] : openings)
      CHECK(record.find(to_hex(as_text(ledger::commitment(*opening)))) != std::string::npos);
  }
}

TEST_CASE("An opening opens with its key, for its own record and name only") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    log.append(0);
    log.append(1);
    const auto opens = [&](const std::string& key = kSealKey) {
      return log.store->read([&](Reader& reader) {
        std::string out;
        for (const auto& [name, opening] : find_openings(reader, key, 1))
          out += name + (opening ? "=" + opening->value : " shut") + ";";
        return out;
      });
    };
    CHECK(opens() == "actor=1234;entry=99;");
    CHECK(opens(std::string(32, 'x')) == "actor shut;entry shut;");
    log.tamper(R"(update ledger_opening
set opening_sealed = (select o.opening_sealed from ledger_opening o where o.seq = 0 and o.name = 'actor')
where seq = 1 and name = 'actor')");
    CHECK(opens() == "actor shut;entry=99;");
    log.tamper(R"(delete from ledger_opening where seq = 1 and name = 'actor')");
    CHECK(opens() == "entry=99;");
  }
}

TEST_CASE("Nothing of an opening lies in clear: no part of it is a salt that makes a guess fit") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    log.append(1);
    const auto record = log.store->read([&](Reader& reader) {
      return *reader.one(R"(select record from ledger_record)", {}, [](const Row& r) { return r.text(0); });
    });
    const auto stored = log.store->read([&](Reader& reader) {
      return reader.all(R"(select opening_sealed from ledger_opening)", {},
                        [](const Row& row) { return row.blob(0); });
    });
    REQUIRE(stored.size() == 2);
    for (const auto& bytes : stored)
      for (std::size_t at = 0; at + 16 <= bytes.size(); ++at)
        for (const std::string value : {"1234", "99"}) {
          const Bytes salt(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                           bytes.begin() + static_cast<std::ptrdiff_t>(at + 16));
          CHECK(record.find(to_hex(as_text(ledger::commitment({salt, value})))) == std::string::npos);
        }
  }
}

TEST_CASE("The head is signed once for each size") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    log.append(0);
    const std::string first = log.sign({5});
    CHECK(log.sign({6}) == first);
    log.append(1);
    const std::string second = log.sign({7});
    CHECK(second != first);
    const auto opened = ledger::open_checkpoint(second, kOrigin, as_text(ed25519_public_key(kSeed)));
    REQUIRE(opened);
    CHECK(opened->size == 2);
  }
}

TEST_CASE("Whatever is changed behind the program's back is found") {
  const auto [sql, finding] = GENERATE(table<std::string, std::string>({
      {R"(update ledger_record set record = replace(record, '"number":"2"', '"number":"9"') where seq = 2)",
       "ledger.leaf_changed 2"},
      {R"(update ledger_record set kind = 'entry.refused' where seq = 2)", "ledger.leaf_changed 2"},
      {R"(update ledger_record set at = at + 1 where seq = 2)", "ledger.leaf_changed 2"},
      {R"(update ledger_record set contest_id = null where seq = 1)", "ledger.leaf_changed 1"},
      {R"(update ledger_record set contest_id = 42 where seq = 2)", "ledger.leaf_changed 2"},
      {R"(update ledger_record set leaf_hash = (select leaf_hash from ledger_record where seq = 0) where seq = 2)",
       "ledger.leaf_changed 2"},
      {R"(delete from ledger_record where seq = 2)", "ledger.record_missing 2"},
      {R"(delete from ledger_record where seq = 5)", "ledger.record_missing 5"},
      {R"(delete from ledger_record where seq >= 4)", "ledger.record_missing 4"},
      {R"(update ledger_checkpoint set note = replace(note, 'guong', 'gu0ng') where size = 4)",
       "ledger.signature_wrong 4"},
      {R"(update ledger_checkpoint set size = 5 where size = 4)", "ledger.root_differs 5"},
      {R"(update ledger_head set size = 5)", "ledger.root_differs 6"},
      {R"(delete from ledger_head)", "ledger.root_differs 6"},
  }));
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    for (int i = 0; i < 6; ++i) {
      log.append(i);
      if (i == 3) log.sign();
    }
    log.sign();
    REQUIRE(log.verify() == "ok");
    log.tamper(R"(delete from ledger_opening)");
    REQUIRE(log.verify() == "ok");
    CHECK(log.verify(std::string(32, 'x')) == "ledger.signature_wrong 4");
    INFO(sql);
    log.tamper(sql);
    CHECK(log.verify() == finding);
  }
}

TEST_CASE("Nothing is appended to a log whose head is damaged") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    log.append(0);
    log.tamper(R"(update ledger_head set size = 2)");
    CHECK(error_of([&] { log.append(1); }) == "internal store.log_damaged");
  }
}

TEST_CASE("Acts of many at once all get into the log, one after the other") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Log log(database);
    std::vector<std::thread> threads;
    std::atomic<int> refused = 0;
    for (int t = 0; t < 12; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 10; ++i) {
          if (error_of([&] { log.append(i); }) != "nothing thrown") ++refused;
        }
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(refused == 0);
    CHECK(log.store->read([](Reader& r) { return r.number(R"(select size from ledger_head)"); }) == 120);
    CHECK(log.verify() == "ok");
  }
}

}  // namespace
}  // namespace guong::store
