// What only a server can do to us: conflicts between transactions, lost connections, a commit whose
// fate is unknown.
#include <catch2/catch.hpp>
#include <thread>

#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

struct Server {
  TestDatabase database = TestDatabase::postgres(test_postgres_server());
  std::unique_ptr<Store> store = open_small(database);
  std::unique_ptr<Store> rival = open_small(database);

  Server() {
    store->write([](Tx& tx) { tx.exec(R"(insert into thing (id, amount) values (1, 1))"); });
  }
  std::int64_t amount() {
    return store->read([](Reader& r) { return r.number(R"(select amount from thing where id = 1)"); });
  }
  void add_as_rival() {
    std::thread([&] {
      rival->write([](Tx& tx) { tx.exec(R"(update thing set amount = amount + 100)"); });
    }).join();
  }
};

void set_amount(Tx& tx, std::int64_t amount) {
  tx.exec(R"(update thing set amount = $1 where id = 1)", {amount});
}

std::int64_t own_process(Reader& reader) { return reader.number(R"(select pg_backend_pid())"); }

void end_process(const Server& server, std::int64_t process) {
  postgres_command(server.database.url(),
                   "select pg_terminate_backend(" + std::to_string(process) + ", 5000)");
}

TEST_CASE("A conflict runs the whole use case again on what is there now") {
  if (test_postgres_server().empty()) return;
  Server server;
  int tries = 0;
  server.store->write([&](Tx& tx) {
    const auto amount = tx.number(R"(select amount from thing where id = 1)");
    if (++tries == 1) server.add_as_rival();
    set_amount(tx, amount + 1);
  });
  CHECK(tries == 2);
  CHECK(server.amount() == 102);
}

TEST_CASE("A conflict that the use case took for something else is run again all the same") {
  if (test_postgres_server().empty()) return;
  Server server;
  int tries = 0;
  server.store->write([&](Tx& tx) {
    const auto amount = tx.number(R"(select amount from thing where id = 1)");
    if (++tries == 1) server.add_as_rival();
    try {
      set_amount(tx, amount + 1);
    } catch (const DbError&) {
      throw Error(ErrorKind::conflict, "test.taken");
    }
  });
  CHECK(tries == 2);
  CHECK(server.amount() == 102);
}

TEST_CASE(
    "A use case that meets a rival every time is given up after ten tries, having changed "
    "nothing") {
  if (test_postgres_server().empty()) return;
  Server server;
  int tries = 0;
  CHECK(error_of([&] {
          server.store->write([&](Tx& tx) {
            ++tries;
            const auto amount = tx.number(R"(select amount from thing where id = 1)");
            server.add_as_rival();
            set_amount(tx, amount + 1);
          });
        }) == "unavailable store.busy");
  CHECK(tries == 10);
  CHECK(server.amount() == 1001);
}

TEST_CASE("Two transactions that each rely on what the other changes cannot both commit") {
  if (test_postgres_server().empty()) return;
  Server server;
  server.store->write([](Tx& tx) { tx.exec(R"(insert into thing (id, amount) values (2, 1))"); });
  int tries = 0;
  server.store->write([&](Tx& tx) {
    const auto sum = tx.number(R"(select sum(amount) from thing)");
    if (++tries == 1) {
      std::thread([&] {
        server.rival->write([](Tx& other) {
          if (other.number(R"(select sum(amount) from thing)") == 2) {
            other.exec(R"(update thing set amount = 10 where id = 2)");
          }
        });
      }).join();
    }
    if (sum == 2) set_amount(tx, 10);
  });
  CHECK(tries == 2);
  CHECK(server.amount() == 1);
}

TEST_CASE("A connection lost before the commit is replaced and the use case run again") {
  if (test_postgres_server().empty()) return;
  Server server;
  int tries = 0;
  server.store->write([&](Tx& tx) {
    set_amount(tx, 7);
    if (++tries == 1) end_process(server, own_process(tx));
    set_amount(tx, 8);
  });
  CHECK(tries == 2);
  CHECK(server.amount() == 8);
}

TEST_CASE("Connections that died while nobody used them are not noticed") {
  if (test_postgres_server().empty()) return;
  Server server;
  end_process(server, server.store->read(own_process));
  CHECK(server.amount() == 1);
  end_process(server, server.store->read(own_process));
  server.store->write([](Tx& tx) { set_amount(tx, 5); });
  CHECK(server.amount() == 5);
}

TEST_CASE("A commit whose fate is unknown is never run again") {
  if (test_postgres_server().empty()) return;
  Server server;
  // Ends the connection while the commit is under way.
  postgres_command(server.database.url(), R"(
create function end_me() returns trigger language plpgsql as
$$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$;
create constraint trigger ending after update on thing deferrable initially deferred
for each row when (new.amount = 66) execute function end_me())");
  int tries = 0;
  CHECK(error_of([&] {
          server.store->write([&](Tx& tx) {
            ++tries;
            set_amount(tx, 66);
          });
        }) == "unavailable store.in_doubt");
  CHECK(tries == 1);
  CHECK(server.amount() == 1);
  server.store->write([](Tx& tx) { set_amount(tx, 6); });
  CHECK(server.amount() == 6);
}

TEST_CASE("A deferred conflict found by the commit runs the use case again") {
  if (test_postgres_server().empty()) return;
  Server server;
  postgres_command(server.database.url(), R"(
create sequence once;
create function refuse_once() returns trigger language plpgsql as
$$ begin if nextval('once') = 1 then raise exception 'conflict' using errcode = '40001'; end if; return null; end $$;
create constraint trigger refusing after update on thing deferrable initially deferred
for each row execute function refuse_once())");
  int tries = 0;
  server.store->write([&](Tx& tx) {
    ++tries;
    set_amount(tx, 9);
  });
  CHECK(tries == 2);
  CHECK(server.amount() == 9);
}

}  // namespace
}  // namespace guong::store
