// Heads brought to a witness that is not there: how many jobs that leaves, when it is tried, what the page
// says.
#include "app/head_push.h"

#include <catch2/catch.hpp>
#include <functional>

#include "app/installation.h"
#include "guong/app/service.h"
#include "guong/base/error.h"
#include "guong/store/jobs.h"
#include "guong/store/public_log.h"
#include "support/blobs.h"
#include "support/caller.h"

using namespace guong;
using namespace guong::app;

namespace {

const std::string kAway = "http://127.0.0.1:1", kOther = "http://127.0.0.1:2";

/// A log whose heads are brought to two witnesses of which none is there.
struct Log {
  explicit Log(const test::TestDatabase& database) : folder(database.folder()), store(database.open()) {}
  void publish() {
    store->write([&](store::Tx& tx) {
      return store::publish_head(tx, now, {system_random(), keys.seal, keys.head_signer()});
    });
  }
  void ask() { ask_for_pushes(*store, system_random(), now, asked); }
  void run() { runner.run_due(now); }
  std::int64_t count(const std::string& sql) {
    return store->read([&](store::Reader& reader) { return reader.number(sql); });
  }
  std::int64_t undone() { return count("select count(*) from job where state <> 'done'"); }

  std::filesystem::path folder;
  std::unique_ptr<store::Store> store;
  api::Keys keys = test::test_keys();
  Timestamp now{1'780'000'000'000'000};
  AskedPushes asked{{kAway, 0}, {kOther, 0}};
  int tries = 0;
  std::function<void(const std::string&)> bring = [this](const std::string& url) {
    ++tries;
    push_head(*store, url, now);
  };
  store::JobRunner runner{
      *store, {{std::string(kHeadPushJob), [this](const std::string& url) { bring(url); }}}, 0};
};

/// What the administrator's page is told of witnesses.
nlohmann::json told(Log& log) {
  test::MemoryBlobs blobs;
  std::vector<api::Route> routes;
  for (const auto& route : all_routes())
    if (route.operation_id == "getInstallation") routes.push_back(route);
  test::Caller caller(api::Services{*log.store, blobs, system_random(), log.keys, "https://test.invalid",
                                    nullptr, log.folder},
                      routes);
  api::Actor actor;
  actor.account = AccountId{1};
  actor.grants.push_back({api::Role::administrator, {}, {}});
  auto administrator = test::acting(actor);
  const auto answer = caller.get(administrator, "/api/installation");
  REQUIRE(answer.status == 200);
  return answer.json()["ledger"]["silent_witnesses"];
}

bool has(const nlohmann::json& text, const std::string& part) {
  return text.get<std::string>().find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A witness that stays away is brought the newest head alone, by one job, hour after hour") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Log log(database);
    const auto start = log.now;
    for (int hour = 0; hour < 72; ++hour) {
      if (hour % 6 == 0) log.publish();
      keep_pushing(*log.store, system_random(), log.now, log.asked);
      log.ask();
      for (int minute = 0; minute < 60; minute += 2) {
        log.run();
        log.now = log.now + minutes(2);
      }
      CHECK(log.undone() == 2);
    }
    CHECK(log.tries >= 2 * 70);   // once an hour
    CHECK(log.tries <= 2 * 100);  // and not for each head anew
    const auto away = log.store->read(silent_witnesses);
    REQUIRE(away.size() == 2);
    CHECK(away[0].since == start);
    CHECK_FALSE(away[0].refuses);

    log.bring = [](const std::string&) {};  // it is back
    keep_pushing(*log.store, system_random(), log.now, log.asked);
    log.run();
    CHECK(log.undone() == 0);
    CHECK(log.store->read(silent_witnesses).empty());
    log.ask();
    CHECK(log.undone() == 0);
  }
}

TEST_CASE("A head that comes while an older one is on its way is brought after it") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Log log(database);
    log.asked = {{kAway, 0}};
    log.publish();
    log.ask();
    log.bring = [&](const std::string&) {
      if (log.tries++ > 0) return;
      log.publish();
      log.ask();
      CHECK(log.undone() == 1);
    };
    log.run();
    CHECK(log.tries == 1);
    log.ask();  // a minute later
    log.run();
    CHECK(log.tries == 2);
    log.ask();
    CHECK(log.undone() == 0);
  }
}

TEST_CASE("A witness that is not named any more is not waited for") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Log log(database);
    log.publish();
    log.ask();
    log.run();
    log.asked.erase(kOther);
    keep_pushing(*log.store, system_random(), log.now, log.asked);
    const auto away = log.store->read(silent_witnesses);
    REQUIRE(away.size() == 1);
    CHECK(away[0].url == kAway);
  }
}

TEST_CASE("The administrator reads which witness has not answered since when, and which does not cosign") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Log log(database);
    log.bring = [](const std::string& url) {
      if (url == kOther)
        throw Error(ErrorKind::unavailable, "app.witness_refused", {{"url", url}, {"status", "409"}});
      throw Error(ErrorKind::unavailable, "http.cannot_reach", {{"url", url}, {"why", "refused"}});
    };
    log.publish();
    CHECK(told(log).empty());
    log.ask();
    CHECK(told(log).empty());
    log.run();
    const auto away = told(log);
    REQUIRE(away.size() == 2);
    for (const auto& witness : away) {
      CHECK(witness["since"] == to_rfc3339(log.now));
      CHECK(has(witness["says"], to_local_text(log.now, "Asia/Ho_Chi_Minh")));
      CHECK(has(witness["says"], witness["url"]));
      CHECK(has(witness["says"], witness["url"] == kOther ? "không ký" : "chưa trả lời"));
    }
  }
}
