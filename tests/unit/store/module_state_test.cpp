// What modules keep in memory is their store's: nothing of it is seen through another one.
#include "guong/store/module_state.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

struct Kept {
  int value = 0;
};
struct Other {
  int value = 0;
};

TEST_CASE("Two stores of one process share no state, nor do two that come one after the other") {
  auto others = empty_databases();
  for (auto other = others.begin(); auto& one : empty_databases()) {
    INFO(one.name());
    {
      const auto first = open_small(one), second = open_small(*other++);
      first->state().of<Kept>().value = 1;
      CHECK(second->state().of<Kept>().value == 0);
      CHECK(first->state().of<Other>().value == 0);
      CHECK(first->state().of<Kept>().value == 1);
    }
    CHECK(open_small(one)->state().of<Kept>().value == 0);
  }
}

TEST_CASE("A transaction knows the state of its store") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) { tx.state().of<Kept>().value = 7; });
    CHECK(store->read([](Reader& reader) { return reader.state().of<Kept>().value; }) == 7);
    CHECK(store->state().of<Kept>().value == 7);
  }
}

TEST_CASE("An object is made once, whoever asks for it first") {
  ModuleState state;
  std::vector<const Kept*> found(8);
  std::vector<std::thread> threads;
  for (auto& one : found) threads.emplace_back([&] { one = &state.of<Kept>(); });
  for (auto& thread : threads) thread.join();
  for (const auto* one : found) CHECK(one == &state.of<Kept>());
}

TEST_CASE("The change counter moves on with what was committed, and with nothing else") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const auto before = store->changes().now();
    store->read(count_things);
    error_of([&] { store->write([](Tx&) { throw Error(ErrorKind::conflict, "test.stop"); }); });
    CHECK(store->changes().now() == before);
    store->write([](Tx& tx) { insert_thing(tx, 1, "một"); });
    CHECK(store->changes().now() != before);
  }
}

}  // namespace
}  // namespace guong::store
