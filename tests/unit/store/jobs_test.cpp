// Jobs: with their transaction or not at all, retried, taken over from a runner that vanished.
#include "guong/store/jobs.h"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "small_schema.h"
#include "store/job_store.h"

namespace guong::store {
namespace {

using namespace test;

constexpr Timestamp kStart{1'000'000'000'000};

struct Seen {
  std::string state;
  std::int64_t attempts = 0;
  std::int64_t run_after = 0;
  std::optional<std::string> error;
};

Seen look(Store& store, JobId id) {
  return store
      .read([&](Reader& reader) {
        return reader.one(R"(select state, attempts, run_after, error from job where id = $1)", {id},
                          [](const Row& row) {
                            return Seen{row.text(0), row.i64(1), row.i64(2), row.opt_text(3)};
                          });
      })
      .value();
}

JobId add(Store& store, std::string_view kind, std::string_view payload, Timestamp now = kStart) {
  return store.write([&](Tx& tx) { return enqueue(tx, system_random(), now, kind, payload); });
}

TEST_CASE("Due jobs are run in their order, once") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    std::vector<std::string> ran;
    JobRunner runner(*store, {{"note", [&](const std::string& payload) { ran.push_back(payload); }}}, 0);
    add(*store, "note", R"({"n":2})", kStart + seconds(1));
    const auto first = add(*store, "note", R"({"n":1})");
    add(*store, "note", "later", kStart + seconds(60));
    CHECK(runner.run_due(kStart + seconds(1)) == 2);
    CHECK(ran == std::vector<std::string>{R"({"n":1})", R"({"n":2})"});
    CHECK(look(*store, first).state == "done");
    CHECK(runner.run_due(kStart + seconds(1)) == 0);
    CHECK(runner.run_due(kStart + seconds(60)) == 1);
  }
}

TEST_CASE("What may wait comes after all else that is due, whenever it was asked for") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    std::string ran;
    const auto note = [&](const std::string& payload) { ran += payload; };
    JobRunner runner(*store, {{"rendition", note}, {"publish", note}}, 0, "rendition");
    for (int i = 0; i < 3; ++i) add(*store, "rendition", "r");
    add(*store, "publish", "p", kStart + seconds(1));
    CHECK(runner.run_due(kStart + seconds(1)) == 4);
    CHECK(ran == "prrr");
  }
}

TEST_CASE("What may wait never has all the threads") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    std::promise<void> published, ended;
    const auto forever = ended.get_future().share();
    for (int i = 0; i < 3; ++i) add(*store, "rendition", "", system_now());
    JobRunner runner(*store,
                     {{"rendition", [&](const std::string&) { forever.wait(); }},
                      {"publish", [&](const std::string&) { published.set_value(); }}},
                     2, "rendition");
    runner.wake();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    add(*store, "publish", "", system_now());
    runner.wake();
    CHECK(published.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    ended.set_value();
  }
}

TEST_CASE("A job of a transaction that was rolled back does not exist") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    JobRunner runner(*store, {}, 0);
    CHECK(error_of([&] {
            store->write([](Tx& tx) {
              enqueue(tx, system_random(), kStart, "note", "");
              throw Error(ErrorKind::conflict, "test.stop");
            });
          }) == "conflict test.stop");
    CHECK(runner.run_due(kStart) == 0);
  }
}

TEST_CASE("A job that fails is tried again after 1, 2, 4... minutes, eight times in all") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    int tries = 0;
    const auto fail = [&](const std::string&) {
      ++tries;
      throw std::runtime_error("hỏng\n");
    };
    JobRunner runner(*store, {{"bad", fail}}, 0);
    const auto id = add(*store, "bad", "");
    Timestamp now = kStart;
    for (const int wait : {1, 2, 4, 8, 16, 32, 64}) {
      CHECK(runner.run_due(now) == 1);
      CHECK(look(*store, id).run_after == (now + minutes(wait)).micros);
      CHECK(runner.run_due(Timestamp{(now + minutes(wait)).micros - 1}) == 0);
      now = now + minutes(wait);
    }
    CHECK(look(*store, id).state == "waiting");
    CHECK(runner.run_due(now) == 1);
    CHECK(tries == 8);
    const auto end = look(*store, id);
    CHECK(end.state == "failed");
    CHECK(end.error == "h???ng?");
    CHECK(runner.run_due(now + days(30)) == 0);
  }
}

TEST_CASE("A job of a kind that this program does not know waits for one that does") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    const auto id = add(*store, "future", "");
    CHECK(JobRunner(*store, {}, 0).run_due(kStart) == 1);
    CHECK(look(*store, id).state == "waiting");
    JobRunner later(*store, {{"future", [](const std::string&) {}}}, 0);
    CHECK(later.run_due(kStart + minutes(1)) == 1);
    CHECK(look(*store, id).state == "done");
    CHECK_FALSE(look(*store, id).error);
  }
}

TEST_CASE("A job whose runner vanished is taken up again, and the one who vanished has no say any more") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    const auto id = add(*store, "note", "");
    const auto lost = store->write([](Tx& tx) { return claim_job(tx, {}, kStart); });
    REQUIRE(lost);
    int ran = 0;
    JobRunner runner(*store, {{"note", [&](const std::string&) { ++ran; }}}, 0);
    CHECK(runner.run_due(kStart + seconds(60)) == 0);
    store->write([&](Tx& tx) { keep_claim(tx, *lost, kStart + seconds(90)); });
    CHECK(runner.run_due(kStart + minutes(3)) == 0);
    const auto again = store->write([](Tx& tx) { return claim_job(tx, {}, kStart + minutes(4)); });
    REQUIRE(again);
    store->write([&](Tx& tx) {
      finish_job(tx, *lost);
      fail_job(tx, *lost, "");
      keep_claim(tx, *lost, kStart + days(1));
    });
    CHECK(look(*store, id).state == "running");
    CHECK(runner.run_due(kStart + minutes(6)) == 1);
    CHECK(ran == 1);
    CHECK(look(*store, id).attempts == 3);
  }
}

TEST_CASE("A job that takes the program down each time is given up") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    const auto id = add(*store, "deadly", "");
    Timestamp now = kStart;
    for (int i = 0; i < kMaxAttempts; ++i) {
      CHECK(store->write([&](Tx& tx) { return claim_job(tx, {}, now); }));
      now = now + kJobLease;
    }
    CHECK_FALSE(store->write([&](Tx& tx) { return claim_job(tx, {}, now); }));
    CHECK(look(*store, id).state == "failed");
  }
}

TEST_CASE("Threads run what is put in, each job once") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::string, int> ran;
    const auto note = [&](const std::string& payload) {
      const std::lock_guard lock(mutex);
      ++ran[payload];
      changed.notify_all();
    };
    JobRunner runner(*store, {{"note", note}}, 3);
    for (int i = 0; i < 30; ++i) add(*store, "note", std::to_string(i));
    runner.wake();
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, std::chrono::seconds(60), [&] { return ran.size() == 30; }));
    for (const auto& [payload, times] : ran) CHECK(times == 1);
  }
}

}  // namespace
}  // namespace guong::store
