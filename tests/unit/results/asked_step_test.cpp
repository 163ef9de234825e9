// Steps that somebody asked for without waiting: taken by a job, whole, once, with the rights of then.
#include <catch2/catch.hpp>

#include "results/asked_step.h"
#include "unit/results/settling.h"

using namespace guong;
using http::Method;
using nlohmann::json;
using test::Three;

namespace {

const test::Headers kNotWaiting{{"prefer", "respond-async"},
                                {"idempotency-key", "a-key-of-its-own-0123456789"}};

struct Asking {
  explicit Asking(const test::TestDatabase& database)
      : contest(database),
        services{*contest.store, contest.blobs, contest.random, contest.keys, ""},
        jobs(*contest.store, results::result_jobs(services, [this] { return contest.now; }), 0) {}

  void ask(test::Player& who, const std::string& path, const json& body, int status,
           const std::vector<std::string>& contains = {}) {
    contest.calls({{path, who, Method::post, contest.at(path), body, status, contains, {}, kNotWaiting}});
  }
  json step() {
    const auto answers = contest.calls(
        {{"the step", contest.organiser, Method::get, contest.at("/results/step"), nullptr, 200}});
    return json::parse(answers[0].text)["step"];
  }
  std::size_t results() {
    return contest.read([&](store::Reader& r) { return results::list_results(r, contest.contest).size(); });
  }
  std::string payload() {
    return contest.read([](store::Reader& reader) {
      return *reader.one("select payload from job where kind = 'take_result_step'", {},
                         [](const store::Row& row) { return row.text(0); });
    });
  }
  void run_sql(const std::string& sql) {
    contest.store->write([&](store::Tx& tx) { tx.exec(sql, {}); });
  }

  Three contest;
  api::Services services;
  store::JobRunner jobs;
};

constexpr const char* kPath = "/results";
const json kReason{{"reason", "Tổng hợp lần đầu"}};

}  // namespace

TEST_CASE("A step that nobody waits for is taken by a job, and says what came of it") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Asking asking(database);
    CHECK(asking.step() == nullptr);
    asking.ask(asking.contest.organiser, kPath, kReason, 202);
    CHECK(asking.results() == 0);
    CHECK(asking.step()["state"] == "waiting");
    CHECK(asking.step()["action"] == "compute");
    asking.jobs.run_due(asking.contest.now);
    const auto done = asking.step();
    CHECK(done["state"] == "done");
    CHECK(done["problem"] == nullptr);
    const ResultId id{done["result"].get<std::int64_t>()};
    CHECK(asking.contest.result(id).reason == "Tổng hợp lần đầu");
    CHECK(asking.contest.result(id).computed_by == asking.contest.organiser.id);
  }
}

TEST_CASE("Of two clicks one is taken, and a job that runs again after a crash takes nothing twice") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Asking asking(database);
    asking.ask(asking.contest.organiser, kPath, kReason, 202);
    asking.contest.calls({{"again",
                           asking.contest.organiser,
                           Method::post,
                           asking.contest.at(kPath),
                           kReason,
                           409,
                           {test::refusal("results.step_under_way")},
                           {},
                           {{"prefer", "respond-async"}, {"idempotency-key", "another-key-0123456789abc"}}}});
    const auto payload = asking.payload();
    results::take_asked_step(asking.services, payload, asking.contest.now);
    results::take_asked_step(asking.services, payload, asking.contest.now);
    asking.jobs.run_due(asking.contest.now);
    CHECK(asking.results() == 1);
    CHECK(asking.contest.records("result.computed") == 1);
  }
}

TEST_CASE("What is refused later than it was asked for is told in the words of a refusal") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Asking asking(database);
    asking.contest.compute();
    asking.ask(asking.contest.organiser, kPath, json::object(), 202);  // a second one needs a reason
    asking.jobs.run_due(asking.contest.now);
    auto step = asking.step();
    CHECK(step["state"] == "refused");
    CHECK(step["problem"]["key"] == "results.reason_needed");
    CHECK(step["problem"]["status"] == 409);
    // What is wrong in the request itself is told at once.
    asking.ask(asking.contest.organiser, kPath, {{"reason", 5}}, 422);
    CHECK(asking.results() == 1);
  }
}

TEST_CASE("A step is taken with the rights that who asked has then, and not at all after an hour") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Asking asking(database);
    asking.ask(asking.contest.organiser, kPath, kReason, 202);
    asking.run_sql("update role_grant set valid_to = valid_from + 1 where role = 'organiser'");
    asking.jobs.run_due(asking.contest.now);
    CHECK(asking.step()["state"] == "refused");
    CHECK(asking.step()["problem"]["key"] == "base.not_found");
    CHECK(asking.results() == 0);
    asking.run_sql("update role_grant set valid_to = null where role = 'organiser'");
    asking.run_sql("delete from idempotency_key");
    asking.ask(asking.contest.organiser, kPath, kReason, 202);
    asking.contest.now = asking.contest.now + results::kStepLife;
    CHECK(asking.step()["problem"]["key"] == "results.step_lapsed");
    asking.run_sql("delete from idempotency_key");
    const auto lapsed = asking.payload();
    asking.ask(asking.contest.organiser, kPath, kReason, 202);  // nothing stands in the way any more
    results::take_asked_step(asking.services, lapsed, asking.contest.now);
    CHECK(asking.results() == 0);
  }
}

TEST_CASE("A step that somebody wrote into the database is not taken") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Asking asking(database);
    asking.ask(asking.contest.organiser, kPath, kReason, 202);
    asking.run_sql("update result_step set request = replace(request, 'lần đầu', 'lần hai')");
    asking.jobs.run_due(asking.contest.now);
    CHECK(asking.step()["problem"]["key"] == "results.step_not_asked");
    CHECK(asking.results() == 0);
  }
}

TEST_CASE("A whole settling goes by steps that nobody waits for, to a file that holds") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Asking asking(database);
    auto& contest = asking.contest;
    asking.ask(contest.organiser, kPath, kReason, 202);
    asking.jobs.run_due(contest.now);
    const auto id = asking.step()["result"].get<std::int64_t>();
    const auto take = [&](test::Player& who, const std::string& what, const json& body) {
      asking.ask(who, kPath + ("/" + std::to_string(id)) + what, body, 202);
      asking.jobs.run_due(contest.now);
      INFO(what << " " << asking.step().dump());
      CHECK(asking.step()["state"] == "done");
    };
    take(contest.secretary, "/join", json::object());
    take(contest.head, "/join", json::object());
    take(contest.organiser, "/propose", {{"decision_number", "12/QĐ-BTC"}});
    take(contest.head, "/approve", json::object());
    take(contest.organiser, "/publish", json::object());
    CHECK(test::faults_of(contest.published()).empty());
    CHECK(contest.published()["v"] == 4);
  }
}
