// Writes that come at once are committed together; each has a fate of its own all the same.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>

#include "at_once.h"
#include "small_schema.h"

namespace {
/// How many allocations of this thread succeed before one fails; no limit when negative.
thread_local int allocations_left = -1;
}  // namespace

// The address sanitizer has operators of its own, which some libraries are bound to: it must not mind that
// memory of theirs is freed by those below.
// NOLINTNEXTLINE(readability-identifier-naming): the sanitizer's own name.
extern "C" const char* __asan_default_options() { return "alloc_dealloc_mismatch=0"; }

// These stand in for the C++ library's in this program, which an optimising compiler cannot tell.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(std::size_t size) {
  if (allocations_left >= 0 && allocations_left-- == 0) throw std::bad_alloc();
  if (void* out = std::malloc(size ? size : 1)) return out;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace guong::store {
namespace {

using namespace test;

TEST_CASE("A work that fails takes no other with it") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const auto told =
        told_at_once(*store, {[](Tx& tx) { insert_thing(tx, 1, "một"); },
                              [](Tx& tx) {
                                insert_thing(tx, 2, "hai");
                                throw Error(ErrorKind::conflict, "test.stop");
                              },
                              [](Tx& tx) { insert_thing(tx, 3, "ba"); },
                              [](Tx& tx) {
                                insert_thing(tx, 4, "bốn");
                                tx.exec("insert into thing (id, name, amount) values (5, 'năm', -1)");
                              },
                              [](Tx& tx) { insert_thing(tx, 6, "sáu"); }});
    CHECK(told == std::vector<std::string>{"nothing thrown", "conflict test.stop", "nothing thrown",
                                           "internal store.internal", "nothing thrown"});
    const auto there = store->read([](Reader& reader) {
      return reader.all("select id from thing order by id", {}, [](const Row& row) { return row.i64(0); });
    });
    CHECK(there == std::vector<std::int64_t>{1, 3, 6});
  }
}

TEST_CASE("Many threads that write without end all get through") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    std::vector<std::thread> threads;
    for (std::int64_t t = 0; t < 16; ++t) {
      threads.emplace_back([&, t] {
        for (std::int64_t i = 1; i <= 50; ++i)
          store->write([&](Tx& tx) { insert_thing(tx, t * 100 + i, std::to_string(t * 100 + i)); });
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(store->read(count_things) == 800);
  }
}

// Works share a transaction on SQLite alone: the rest of this file is about it.

TEST_CASE("Memory that runs out at any step of a commit fails that write, and the next one is written") {
  const auto database = TestDatabase::sqlite();
  const auto store = open_small(database);
  constexpr int kManyStatements = 500;  // so many that the connection forgets its own: it must allocate
  int allowed = 0;
  for (bool failed = true; failed; ++allowed) {
    failed = false;
    try {
      store->write([&](Tx& tx) {
        insert_thing(tx, 1000 + allowed, "thử " + std::to_string(allowed));
        for (int i = 0; i < kManyStatements; ++i) tx.exec("delete from pair where a = " + std::to_string(i));
        allocations_left = allowed;
      });
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    allocations_left = -1;
    INFO(allowed);
    REQUIRE(error_of([&] {
              store->write([&](Tx& tx) { insert_thing(tx, allowed, std::to_string(allowed)); });
            }) == "nothing thrown");
  }
  CHECK(allowed >= 3);  // the release of the savepoint failed once, and the commit once
  CHECK(store->read(count_things) == allowed + 1);
}

TEST_CASE("A work that finds the disk full leaves those that shared its transaction to be run again") {
  const auto database = TestDatabase::sqlite();
  const auto store = open_small(database);
  const auto told = told_at_once(*store, {[](Tx& tx) { insert_thing(tx, 1, "một"); },
                                          [](Tx& tx) {
                                            tx.exec("pragma max_page_count = 20");
                                            insert_thing(tx, 2, std::string(900'000, 'x'));
                                          },
                                          [](Tx& tx) {
                                            tx.exec("pragma max_page_count = 1000000");
                                            insert_thing(tx, 3, "ba");
                                          }});
  CHECK(told[1] == "unavailable store.disk_full");
  CHECK(told[2] == "nothing thrown");
  CHECK(store->read(
            [](Reader& reader) { return reader.number("select count(*) from thing where id = 2"); }) == 0);
  CHECK(store->read(
            [](Reader& reader) { return reader.number("select count(*) from thing where id = 3"); }) == 1);
}

}  // namespace
}  // namespace guong::store
