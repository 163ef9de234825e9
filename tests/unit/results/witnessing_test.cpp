// Results whose rule book demands witnesses of the ledger wait, visibly, until enough have cosigned.
#include <catch2/catch.hpp>

#include "guong/base/crypto.h"
#include "guong/ledger/cosignature.h"
#include "guong/store/cosignatures.h"
#include "settling.h"

using namespace guong;
using namespace guong::test;

namespace {

const std::string kOne(32, '1'), kTwo(32, '2'), kStranger(32, '3');

ledger::VerifierKey key_of(const std::string& seed) {
  return {"w" + seed.substr(0, 1), ed25519_public_key(seed)};
}

struct Witnessed : Settling {
  explicit Witnessed(const TestDatabase& database) : Settling(database, rules()) {
    store->state().of<store::KnownWitnesses>().keys = {key_of(kOne), key_of(kTwo)};
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình");
    const auto a = entry(an, "Cô giáo xã đảo"), b = entry(binh, "Người giữ biển");
    judge_all({{a, {{"50", "25", "8"}, {"50.5", "25", "8"}}}, {b, {{"60", "30", "10"}, {"40", "20", "7"}}}});
    id = compute();
    join_by_two(id);
    propose(id);
    approve(head, id);
  }
  static nlohmann::json rules() {
    auto document = example_rules();
    document["witnesses"] = 2;
    return document;
  }
  /// A witness looks at the newest public head; true when its line is kept.
  bool cosign(const std::string& seed) {
    const bool kept = store->write([&](store::Tx& tx) {
      const auto note = store::public_head(tx).value().note;
      auto line = ledger::cosign(note, "w" + seed.substr(0, 1), seed, now);
      line.pop_back();
      return store::keep_cosignature(tx, line, now);
    });
    api::Services services{*store, blobs, random, keys, ""};
    results::publish_witnessed(services, now);
    return kept;
  }
  results::ResultState state() { return result(id).state; }
  ResultId id;
};

}  // namespace

TEST_CASE("A result waits for the witnesses that its rule book demands, and says so") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Witnessed contest(database);
    CHECK(contest.view(contest.id)["witnesses"] ==
          nlohmann::json{{"wanted", 2}, {"asked", false}, {"have", nlohmann::json::array()}});
    contest.publish(contest.id);
    CHECK(contest.state() == results::ResultState::approved);
    CHECK(contest.view(contest.id)["witnesses"]["asked"] == true);
    CHECK_FALSE(contest.cosign(kStranger));
    CHECK(contest.cosign(kOne));
    CHECK(contest.cosign(kOne));  // twice is once
    CHECK(contest.state() == results::ResultState::approved);
    CHECK(contest.view(contest.id)["witnesses"]["have"] == nlohmann::json{"w1"});
    CHECK(contest.cosign(kTwo));
    CHECK(contest.state() == results::ResultState::published);
    CHECK(contest.records("result.witnesses_asked") == 1);
    CHECK(contest.records("result.published") == 1);
    CHECK(faults_of(contest.published()) == std::vector<Fault>{});
  }
}

TEST_CASE("Nobody is asked to witness a result whose ground has moved since the approval") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Witnessed contest(database);
    contest.store->write([](store::Tx& tx) { tx.exec("update award set money = money + 1", {}); });
    for (const auto& at : {std::optional<Timestamp>(), std::optional(contest.now + hours(2))})
      CHECK(error_key([&] { contest.publish(contest.id, at); }) == "results.awards_differ");
    CHECK(contest.view(contest.id)["witnesses"]["asked"] == false);
    CHECK(contest.records("result.witnesses_asked") == 0);
  }
}

TEST_CASE("A cosignature of a head from before the approval vouches for nothing") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Witnessed contest(database);
    contest.store->write([&](store::Tx& tx) {
      store::publish_head(tx, contest.now, {contest.random, contest.keys.seal, contest.keys.head_signer()});
    });
    CHECK(contest.cosign(kOne));
    CHECK(contest.cosign(kTwo));
    contest.publish(contest.id);
    CHECK(contest.state() == results::ResultState::approved);
    CHECK(contest.view(contest.id)["witnesses"]["have"].empty());
  }
}

TEST_CASE("A cosignature that somebody wrote into the database counts for nothing") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Witnessed contest(database);
    contest.publish(contest.id);
    CHECK(contest.cosign(kOne));
    contest.store->write([](store::Tx& tx) {
      tx.exec(
          "insert into ledger_cosignature (size, witness, line, created_at) select size, 'w2', line, "
          "created_at "
          "from ledger_cosignature");
    });
    CHECK(contest.view(contest.id)["witnesses"]["have"] == nlohmann::json{"w1"});
    api::Services services{*contest.store, contest.blobs, contest.random, contest.keys, ""};
    results::publish_witnessed(services, contest.now);
    CHECK(contest.state() == results::ResultState::approved);
  }
}

TEST_CASE("With an hour to come the witnesses are asked at once, and the hour is kept") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Witnessed contest(database);
    const auto at = contest.now + hours(2);
    contest.publish(contest.id, at);
    CHECK(contest.cosign(kOne));
    CHECK(contest.cosign(kTwo));
    CHECK(contest.state() == results::ResultState::approved);
    api::Services services{*contest.store, contest.blobs, contest.random, contest.keys, ""};
    store::JobRunner jobs(*contest.store, results::result_jobs(services, [&] { return at; }), 0);
    jobs.run_due(at);
    CHECK(contest.state() == results::ResultState::published);
  }
}
