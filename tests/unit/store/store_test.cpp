// Values, statements, constraints and transactions, the same on SQLite and PostgreSQL.
#include "guong/store/store.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

std::string long_text() { return std::string(300'000, 'x') + "đặng"; }

DbErrorKind kind_inside(Store& store, const std::string& sql) {
  auto kind = DbErrorKind::busy;
  error_of([&] {
    store.write([&](Tx& tx) {
      insert_thing(tx, 1, "Hòa");
      try {
        tx.exec(sql);
      } catch (const DbError& error) {
        kind = error.kind();
      }
      throw Error(ErrorKind::conflict, "test.stop");
    });
  });
  return kind;
}

TEST_CASE("What is written comes back unchanged") {
  const std::string note =
      GENERATE(as<std::string>(), "", "Gương sáng \"Đà Nẵng\" 'ạ' \\ $1", "123", long_text());
  const std::int64_t amount = GENERATE(as<std::int64_t>(), 1, 2'147'483'648, INT64_MAX);
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const Bytes zeros = {0, 0, 255, 10};
    store->write([&](Tx& tx) {
      CHECK(tx.exec(R"(insert into thing (id, note, amount, payload) values ($1, $2, $3, $4))",
                    {INT64_MIN, note, amount, zeros}) == 1);
      tx.exec(R"(insert into thing (id, payload) values ($1, $2))", {2, Blob{std::string_view{}}});
      tx.exec(R"(insert into thing (id, note, amount, payload) values ($1, $2, $3, $4))",
              {3, std::optional<std::string>{}, std::nullopt, nullptr});
    });
    const auto rows = store->read([&](Reader& reader) {
      return reader.all(R"(select id, note, amount, payload from thing order by id)", {}, [](const Row& row) {
        return std::tuple(row.i64(0), row.opt_text(1), row.opt_i64(2),
                          row.null(3) ? std::nullopt : std::optional(row.blob(3)));
      });
    });
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == std::tuple(INT64_MIN, std::optional(note), std::optional(amount), std::optional(zeros)));
    CHECK(std::get<3>(rows[1]) == Bytes{});
    CHECK(rows[2] == std::tuple(std::int64_t{3}, std::nullopt, std::nullopt, std::nullopt));
  }
}

TEST_CASE("Parameters go by their number, in any order, more than once") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) {
      insert_thing(tx, 1, "một");
      CHECK(tx.exec(R"(update thing set name = $2 where id = $1 and name <> $2)", {1, "hai"}) == 1);
      CHECK(tx.exec(R"(update thing set name = $2 where id = $1 and name <> $2)", {1, "hai"}) == 0);
    });
    CHECK(store->read([](Reader& reader) {
      return reader.number(R"(
select count(*) from thing where name = $11 and id = $1 + $2 + $3 + $4 + $5 + $6 + $7 + $8 + $9 + $10)",
                           {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, "hai"});
    }) == 1);
  }
}

TEST_CASE("A null parameter may be asked about before it is compared") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) {
      insert_thing(tx, 1, "một");
      insert_thing(tx, 2, "hai");
    });
    const auto count = [&](std::optional<std::int64_t> id, std::optional<std::string> name) {
      return store->read([&](Reader& reader) {
        return reader.number(
            R"(select count(*) from thing where ($1 is null or id = $1) and ($2 is null or name = $2))",
            {id, name});
      });
    };
    CHECK(count({}, {}) == 2);
    CHECK(count(1, {}) == 1);
    CHECK(count({}, "hai") == 1);
    CHECK(count(1, "hai") == 0);
    CHECK(count({}, {}) == 2);
  }
}

TEST_CASE("Sums, counts and truths are numbers") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const auto numbers = store->read([](Reader& reader) {
      return reader.one(R"(
with n (v) as (select cast($1 as bigint) union all select 90000000000007 union all select -7)
select sum(v), count(*), sum(v) - sum(v), max(v) > 5, exists (select 1 from thing), sum(-v), sum(v * 0 + 10000) from n)",
                        {1}, [](const Row& row) {
                          std::vector<std::int64_t> out;
                          for (int i = 0; i < 7; ++i) out.push_back(row.i64(i));
                          return out;
                        });
    });
    CHECK(numbers.value() == std::vector<std::int64_t>{90000000000001, 3, 0, 1, 0, -90000000000001, 30000});
  }
}

TEST_CASE("A column is read by the name it has in the select; a name that it has not is an error") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) { tx.exec(R"(insert into thing (id, name) values ($1, $2))", {7, "seven"}); });
    const auto read = [&](auto f) {
      return store->read([&](Reader& reader) {
        return reader.one(R"(select t.amount, o.name as other, t.name, t.id
from thing t
join thing o on o.id = t.id)",
                          {}, f);
      });
    };
    CHECK(read([](const Row& row) { return row.text("name") + std::to_string(row.i64("id")); }) == "seven7");
    CHECK(read([](const Row& row) { return row.text("other"); }) == "seven");
    CHECK(read([](const Row& row) { return row.opt_i64("amount").has_value(); }) == false);
    for (const char* name : {"nam", "Name", "t.name", ""})
      CHECK(error_of([&] { read([&](const Row& row) { return row.null(name); }); }) ==
            "internal store.internal");
  }
}

TEST_CASE("Reading a column as another type, or a null as a value, is an error") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) {
      tx.exec(R"(insert into thing (id, name, payload) values ($1, $2, $3))", {1, "12", Bytes{65}});
    });
    const auto reading = [&](auto f) {
      return error_of([&] {
        store->read(
            [&](Reader& reader) { reader.one(R"(select id, name, payload, amount from thing)", {}, f); });
      });
    };
    CHECK(reading([](const Row& row) { return row.text(1); }) == "nothing thrown");
    CHECK(reading([](const Row& row) { return row.text(0); }) == "internal store.internal");
    CHECK(reading([](const Row& row) { return row.i64(1); }) == "internal store.internal");
    CHECK(reading([](const Row& row) { return row.text(2); }) == "internal store.internal");
    CHECK(reading([](const Row& row) { return row.blob(1); }) == "internal store.internal");
    CHECK(reading([](const Row& row) { return row.i64(3); }) == "internal store.internal");
    CHECK(reading([](const Row& row) { return row.i64(9); }) == "internal store.internal");
  }
}

TEST_CASE("Text sorts by bytes") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const std::vector<std::string> sorted = {"Z", "a", "b c", "bc", "z", "Đ", "đ", "ấ"};
    store->write([&](Tx& tx) {
      std::int64_t id = 10;
      for (const auto& name : sorted) insert_thing(tx, --id, name);
    });
    CHECK(store->read([](Reader& reader) {
      return reader.all(R"(select name from thing order by name)", {},
                        [](const Row& row) { return row.text(0); });
    }) == sorted);
  }
}

TEST_CASE("Each kind of broken constraint is told apart") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    CHECK(kind_inside(*store, R"(insert into thing (id, name) values (2, 'Hòa'))") == DbErrorKind::unique);
    CHECK(kind_inside(*store, R"(insert into thing (id) values (1))") == DbErrorKind::unique);
    CHECK(kind_inside(*store, R"(insert into thing (id, amount) values (2, 0))") == DbErrorKind::check);
    CHECK(kind_inside(*store, R"(insert into thing (id, owner_id) values (2, 77))") ==
          DbErrorKind::foreign_key);
    CHECK(kind_inside(*store, R"(delete from thing where id = 1)") == DbErrorKind::busy);
    CHECK(kind_inside(*store, R"(insert into pair (a) values (2))") == DbErrorKind::not_null);
    CHECK(kind_inside(*store, R"(insert into nothing (a) values (2))") == DbErrorKind::other);
  }
}

TEST_CASE("A lost race for a name reaches the caller with the columns it was about") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const auto violated = [&](const std::string& sql) {
      try {
        store->write([&](Tx& tx) { tx.exec(sql); });
      } catch (const DbError& error) {
        CHECK(error.kind() == DbErrorKind::unique);
        return error.constraint();
      }
      return std::string("nothing thrown");
    };
    CHECK(violated(R"(insert into thing (id, name) values (1, 'a'))") == "nothing thrown");
    CHECK(violated(R"(insert into thing (id, name) values (2, 'a'))") == "thing.name");
    CHECK(violated(R"(insert into thing (id, name) values (1, 'b'))") == "thing.id");
    CHECK(violated(R"(insert into pair (a, b) values (1, 'x'), (1, 'x'))") == "pair.a, pair.b");
  }
}

TEST_CASE(
    "Nothing is kept of a transaction in which a statement failed, even if the failure was "
    "swallowed") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const auto swallow = [&] {
      store->write([](Tx& tx) {
        insert_thing(tx, 1, "a");
        CHECK_THROWS_AS(insert_thing(tx, 2, "a"), DbError);
        CHECK_THROWS_AS(insert_thing(tx, 3, "b"), DbError);
        CHECK_THROWS_AS(count_things(tx), DbError);
      });
    };
    CHECK_THROWS_AS(swallow(), DbError);
    CHECK(store->read(count_things) == 0);
  }
}

TEST_CASE("An exception rolls back and passes through") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    CHECK(error_of([&] {
            store->write([](Tx& tx) {
              insert_thing(tx, 1, "a");
              throw Error(ErrorKind::conflict, "test.refused");
            });
          }) == "conflict test.refused");
    CHECK(store->read(count_things) == 0);
    CHECK(store->write([](Tx& tx) {
      insert_thing(tx, 1, "a");
      return count_things(tx);
    }) == 1);
  }
}

TEST_CASE("A reader sees one moment, whatever others write meanwhile") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) { insert_thing(tx, 1, "a"); });
    store->read([&](Reader& reader) {
      CHECK(count_things(reader) == 1);
      store->write([](Tx& tx) { insert_thing(tx, 2, "b"); });
      CHECK(count_things(reader) == 1);
      CHECK(reader.number(R"(select count(*) from thing where name = 'b')") == 0);
      CHECK(store->read(count_things) == 2);
    });
    CHECK(store->read(count_things) == 2);
  }
}

TEST_CASE("A reader cannot write, not even with a statement that does") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    CHECK(error_of([&] {
            store->read(
                [](Reader& reader) { reader.number(R"(insert into thing (id) values (1) returning id)"); });
          }) == "internal store.internal");
    CHECK(store->read(count_things) == 0);
  }
}

TEST_CASE("A statement can run inside itself, and an abandoned one holds no snapshot") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) {
      for (std::int64_t i = 1; i <= 5; ++i) insert_thing(tx, i, std::to_string(i));
    });
    const auto pairs = store->read([](Reader& reader) {
      int out = 0;
      const auto each = [&](const RowFunction& f) { reader.each(R"(select id from thing)", {}, f); };
      each([&](const Row&) { each([&](const Row&) { ++out; }); });
      return out;
    });
    CHECK(pairs == 25);
    CHECK(error_of([&] {
            store->read([](Reader& reader) {
              reader.each(R"(select id from thing)", {},
                          [](const Row&) { throw Error(ErrorKind::conflict, "test.enough"); });
            });
          }) == "conflict test.enough");
    store->write([](Tx& tx) { insert_thing(tx, 6, "6"); });
    CHECK(store->read(count_things) == 6);
  }
}

TEST_CASE("Statements take as many values as they name") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    const auto with = [&](std::initializer_list<Value> values) {
      return error_of([&] {
        store->read(
            [&](Reader& reader) { reader.number(R"(select count(*) from thing where id = $1)", values); });
      });
    };
    CHECK(with({1}) == "nothing thrown");
    CHECK(with({}) == "internal store.internal");
    CHECK(with({1, 2}) == "internal store.internal");
  }
}

TEST_CASE("A write inside a write is refused instead of waiting for itself") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    CHECK(error_of([&] {
            store->write([&](Tx&) { store->write([](Tx& tx) { insert_thing(tx, 1, "a"); }); });
          }) == "internal store.internal");
    store->write([](Tx& tx) { insert_thing(tx, 1, "a"); });
  }
}

TEST_CASE("Many different statements do not pile up") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->read([](Reader& reader) {
      reader.each(R"(select 1)", {}, [&](const Row&) {
        for (int i = 0; i < 1200; ++i) {
          CHECK(reader.number("select " + std::to_string(i)) == i);
        }
      });
    });
  }
}

TEST_CASE("Threads read and write side by side") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    const auto store = open_small(database);
    store->write([](Tx& tx) { tx.exec(R"(insert into thing (id, amount) values (1, 1))"); });
    std::vector<std::thread> threads;
    std::atomic<int> torn = 0;
    for (int t = 0; t < 6; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 25; ++i) {
          store->write([](Tx& tx) {
            const auto amount = tx.number(R"(select amount from thing where id = 1)");
            tx.exec(R"(update thing set amount = $1 where id = 1)", {amount + 1});
            tx.exec(R"(insert into pair (a, b) values ($1, 'x'))", {amount});
          });
          store->read([&](Reader& reader) {
            const auto amount = reader.number(R"(select amount from thing where id = 1)");
            if (reader.number(R"(select count(*) from pair)") != amount - 1) ++torn;
          });
        }
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(store->read([](Reader& r) { return r.number(R"(select amount from thing where id = 1)"); }) == 151);
    CHECK(torn == 0);
  }
}

}  // namespace
}  // namespace guong::store
