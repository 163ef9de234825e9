// A copy of the database taken while others write: SQLite's own, a server is backed up with its tools.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

TEST_CASE("A backup taken while others write is a whole database of one moment") {
  const auto database = TestDatabase::sqlite();
  const auto store = open_small(database);
  std::atomic<bool> stop = false;
  std::atomic<int> written = 0;
  std::thread writer([&] {
    for (std::int64_t i = 1; !stop; ++i) {
      store->write([&](Tx& tx) {
        insert_thing(tx, i, std::to_string(i));
        tx.exec(R"(insert into pair (a, b) values ($1, $2))", {i, std::string(3000, 'x')});
      });
      ++written;
    }
  });
  for (int round = 0; round < 3; ++round) {
    const int before = written;
    while (written < before + 20) std::this_thread::yield();
    const int acknowledged = written;
    const auto file = (database.folder() / ("backup" + std::to_string(round))).string();
    store->backup_to(file);
    const auto copy = open_with(file, {{1, "0001_small", kSmallSchema}});
    const auto things = copy->read(count_things);
    CHECK(things >= acknowledged);
    CHECK(copy->read([](Reader& reader) { return reader.number(R"(select count(*) from pair)"); }) == things);
  }
  stop = true;
  writer.join();
}

TEST_CASE("A backup is one file and never replaces another") {
  const auto database = TestDatabase::sqlite();
  const auto store = open_small(database);
  const auto file = (database.folder() / "backup.db").string();
  store->backup_to(file);
  CHECK(error_of([&] { store->backup_to(file); }) == "conflict store.backup_exists");
  CHECK_FALSE(std::filesystem::exists(file + "-wal"));
  CHECK_FALSE(std::filesystem::exists(file + ".partial"));
  CHECK(error_of([&] { store->backup_to((database.folder() / "missing" / "x").string()); }) ==
        "internal store.internal");
}

TEST_CASE("A server is backed up with its own tools") {
  if (test_postgres_server().empty()) return;
  const auto database = TestDatabase::postgres(test_postgres_server());
  CHECK(error_of([&] { open_small(database)->backup_to("x"); }) == "conflict store.backup_sqlite_only");
}

}  // namespace
}  // namespace guong::store
