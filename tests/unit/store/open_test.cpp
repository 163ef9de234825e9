// Opening, creating and migrating databases, and refusing those of others.
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "guong/base/messages.h"
#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;
namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}
std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

TEST_CASE("A new database gets the whole schema, and opening it again changes nothing") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto recorded = [&] {
      return database.open()->read([](Reader& reader) {
        return reader.all(R"(select number, name, applied_at from schema_migration order by number)", {},
                          [](const Row& row) { return std::tuple(row.i64(0), row.text(1), row.i64(2)); });
      });
    };
    const auto first = recorded();
    REQUIRE(first.size() == embedded_migrations().size());
    CHECK(std::get<1>(first[0]) == "0001_spine");
    CHECK(recorded() == first);
  }
}

TEST_CASE("Many may open a new database at once") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    std::vector<std::thread> threads;
    std::vector<std::string> outcomes(4);
    for (auto& outcome : outcomes) {
      threads.emplace_back([&] { outcome = error_of([&] { database.open(); }); });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& outcome : outcomes) CHECK(outcome == "nothing thrown");
  }
}

TEST_CASE("Migrations are applied once, in order, with what was there before") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const Migration first{1, "0001_a", kSmallSchema};
    const Migration second{2, "0002_b",
                           "alter table thing add column colour text; update thing set colour = 'đỏ';"};
    open_with(database.url(), {first})->write([](Tx& tx) { insert_thing(tx, 1, "a"); });
    const auto store = open_with(database.url(), {first, second});
    CHECK(store->read([](Reader& reader) {
      return reader.one(R"(select colour from thing)", {}, [](const Row& row) { return row.text(0); });
    }) == "đỏ");
    CHECK(error_of([&] { open_with(database.url(), {first, second}); }) == "nothing thrown");
  }
}

TEST_CASE("A migration that fails leaves nothing behind") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const Migration good{1, "0001_a", kSmallSchema};
    const Migration bad{2, "0002_b", "create table other (id {{id}}); create table thing (id {{id}});"};
    const Migration mended{2, "0002_b", "create table other (id {{id}});"};
    CHECK_THROWS_AS(open_with(database.url(), {good, bad}), DbError);
    CHECK(error_of([&] { open_with(database.url(), {good, mended}); }) == "nothing thrown");
  }
}

TEST_CASE("A database of a newer program, or with a changed migration, is refused") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const Migration first{1, "0001_a", kSmallSchema};
    const Migration second{2, "0002_b", "create table other (id {{id}});"};
    open_with(database.url(), {first, second});
    CHECK(error_of([&] { open_with(database.url(), {first}); }) == "unavailable store.newer_schema");
    CHECK(error_of([&] {
            open_with(database.url(), {first, {2, "0002_b", "select 1;"}});
          }) == "unavailable store.newer_schema");
    CHECK(error_of([&] { open_with(database.url(), {first, second}); }) == "nothing thrown");
  }
}

TEST_CASE("A file of another program is refused and left as it was") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "data.db";
  SECTION("one that is no database") { write_file(file, std::string(5000, 'x')); }
  SECTION("a short text") { write_file(file, "Kính gửi"); }
  SECTION("a database of another program") {
    {
      const auto other = TestDatabase::sqlite();
      open_small(other);
      fs::copy_file(other.url(), file);
    }
    std::fstream header(file, std::ios::in | std::ios::out | std::ios::binary);
    header.seekp(68);
    header.write("\0\0\0\0", 4);
  }
  const std::string before = read_file(file);
  CHECK(error_of([&] { Store::open(file.string()); }) == "unavailable store.not_ours");
  CHECK(read_file(file) == before);
}

TEST_CASE("An empty file becomes a database") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "data.db";
  write_file(file, "");
  CHECK(error_of([&] { Store::open(file.string()); }) == "nothing thrown");
  CHECK(read_file(file).substr(68, 4) == "GUON");
}

TEST_CASE("A database that cannot be opened says so") {
  const TemporaryFolder folder;
  CHECK(error_of([&] { Store::open((folder.path() / "missing" / "data.db").string()); }) ==
        "unavailable store.cannot_open");
  CHECK(error_of([&] { Store::open(folder.path().string()); }) == "unavailable store.cannot_open");
  CHECK(error_of([&] { Store::open("postgresql:///x?host=" + folder.path().string()); }) ==
        "unavailable store.cannot_open");
}

TEST_CASE("The password of a database never gets into a message") {
  try {
    Store::open("postgresql://nobody:hunter2@127.0.0.1:1/x");
    FAIL("opened");
  } catch (const Error& error) {
    CHECK(message(error.key(), Lang::vi, error.params()).find("hunter2") == std::string::npos);
  }
}

TEST_CASE("A PostgreSQL database that sorts otherwise, or holds another program's tables, is refused") {
  const std::string server = test_postgres_server();
  if (server.empty()) return;
  const auto sorted = TestDatabase::postgres(server, "C.UTF-8");
  CHECK(error_of([&] { sorted.open(); }) == "unavailable store.collation");
  const auto foreign = TestDatabase::postgres(server);
  postgres_command(foreign.url(), "create table theirs (id int)");
  CHECK(error_of([&] { foreign.open(); }) == "unavailable store.not_ours");
}

}  // namespace
}  // namespace guong::store
