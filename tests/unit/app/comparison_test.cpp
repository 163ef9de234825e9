// The nightly comparison, run as the job that it is: whom it tells of what it found, and how often.
#include "app/comparison.h"

#include <catch2/catch.hpp>

#include "guong/accounts/account.h"
#include "guong/accounts/account_routes.h"
#include "guong/accounts/grant.h"
#include "guong/app/service.h"
#include "guong/store/jobs.h"
#include "guong/store/signed_head.h"
#include "support/caller.h"

using namespace guong;
using namespace guong::app;
using api::Role;

namespace {

std::vector<api::Route> routes() {
  auto out = accounts::account_routes();
  for (const auto& route : all_routes())
    if (route.operation_id == "getInstallation") out.push_back(route);
  return out;
}

/// A service whose jobs run when the test says so, and its people.
struct Night {
  template <class F>
  auto write(F f) {
    return service.services().store.write(f);
  }
  explicit Night(const test::TestDatabase& database) : service(options(database)) {
    administrator = person("quantri@vidu.vn", "Quản Trị", Role::administrator);
    other = person("quantri2@vidu.vn", "Quản Trị Hai", Role::administrator);
    reader = person("docgia@vidu.vn", "Độc Giả", std::nullopt);
    const auto signer = keys().head_signer();
    store::keep_head(signer, write([&](store::Tx& tx) { return store::sign_head(tx, now, signer); }));
  }
  ServiceOptions options(const test::TestDatabase& database) {
    ServiceOptions made;
    made.database = database.url();
    made.data = database.folder();
    made.keys = test::test_keys();
    made.keys.head_file = database.folder() / "ledger.head";
    made.base_url = "https://test.invalid";
    made.http.port = 0;
    made.http.clock = [this] { return now; };
    made.job_threads = 0;
    made.upkeep = false;
    return made;
  }
  const api::Keys& keys() { return service.services().keys; }
  void run_sql(const std::string& sql) {
    write([&](store::Tx& tx) { tx.exec(sql, {}); });
  }
  test::Person person(const std::string& contact, const std::string& name, std::optional<Role> role) {
    const api::UseCaseContext context{{}, now, system_random(), keys()};
    api::Actor actor;
    actor.account = write([&](store::Tx& tx) {
      const auto id = accounts::create_account(
          tx, context.random, now, {*accounts::parse_identifier(contact), name, "x", Lang::vi, std::nullopt});
      if (role) accounts::grant_role(tx, context, {id, *role, {}, {}, {}, {}, "", {}});
      return id;
    });
    if (role) actor.grants.push_back({*role, {}, {}});
    return test::acting(actor);
  }
  /// The next two o'clock in the morning.
  void pass() {
    const auto day = days(1).micros;
    now = Timestamp{(now.micros / day + 1) * day} + hours(19);
    write([&](store::Tx& tx) { enqueue_comparison(tx, system_random(), now); });
    service.services().jobs->run_due(now);
  }
  nlohmann::json get(test::Person& who, const std::string& target) {
    test::Caller caller(service.services(), routes());
    caller.now = now;
    const auto answer = caller.get(who, target);
    REQUIRE(answer.status == 200);
    return answer.json();
  }
  /// What the ledger's notices say, the newest first.
  std::vector<std::string> told(test::Person& who) {
    std::vector<std::string> out;
    const auto notices = get(who, "/api/me/notices");
    for (const auto& notice : notices["items"])
      if (notice["kind"] == "comparison.differs") out.push_back(notice["says"].get<std::string>());
    return out;
  }
  nlohmann::json compared() { return get(administrator, "/api/installation")["ledger"]["compared"]; }

  Timestamp now{1'780'000'000'000'000};
  Service service;
  test::Person administrator, other, reader;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr auto kBend = "update role_grant set valid_from = valid_from - 1";
constexpr auto kMend = "update role_grant set valid_from = valid_from + 1";

}  // namespace

TEST_CASE("A clean database gives no notice, and the page says when it was compared") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Night night(database);
    CHECK(night.compared().is_null());
    night.pass();
    CHECK(night.told(night.administrator).empty());
    CHECK(night.compared()["at"] == to_rfc3339(night.now));
    CHECK(night.compared()["differences"] == 0);
    CHECK(night.compared()["findings"].empty());
  }
}

TEST_CASE(
    "What a night's comparison finds is told to every administrator once, with the place and what to do") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Night night(database);
    night.run_sql(kBend);
    night.pass();
    for (auto* who : {&night.administrator, &night.other}) {
      const auto told = night.told(*who);
      REQUIRE(told.size() == 1);
      CHECK(has(told[0], "2 chỗ"));
      CHECK(has(told[0], "vai trò"));
      CHECK(has(told[0], "guong ledger verify --deep"));
    }
    CHECK(night.told(night.reader).empty());
    CHECK(night.compared()["differences"] == 2);
    REQUIRE(night.compared()["findings"].size() == 2);
    const auto found_at = night.compared()["findings"][0]["found_at"];
    CHECK(has(night.compared()["findings"][0]["place"], "/role_grant/"));

    night.pass();  // still there: nothing new
    CHECK(night.told(night.administrator).size() == 1);
    CHECK(night.compared()["findings"][0]["found_at"] == found_at);

    night.run_sql("delete from ledger_checkpoint");
    night.run_sql("update ledger_record set kind = 'grant.taken' where seq = 0");
    night.pass();  // another finding beside the old ones
    CHECK(night.told(night.administrator).size() == 2);
  }
}

TEST_CASE("A finding that was mended and comes back is told anew") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Night night(database);
    night.run_sql(kBend);
    night.pass();
    night.run_sql(kMend);
    night.pass();
    CHECK(night.compared()["findings"].empty());
    CHECK(night.told(night.administrator).size() == 1);
    night.run_sql(kBend);
    night.pass();
    CHECK(night.told(night.administrator).size() == 2);
  }
}
