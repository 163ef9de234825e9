// A store with a schema of the test's own.
#pragma once

#include <memory>
#include <string>

#include "guong/base/error.h"
#include "store/migrations.h"
#include "support/databases.h"

namespace guong::test {

inline const std::string kSmallSchema = R"(
create table thing (
  id {{id}},
  name text unique,
  amount bigint check (amount > 0),
  payload bytea,
  note text,
  owner_id bigint references thing(id)
);
create table pair (
  a bigint not null,
  b text not null,
  primary key (a, b)
);)";

inline std::unique_ptr<store::Store> open_with(const std::string& url,
                                               const std::vector<store::Migration>& migrations) {
  auto engine = store::open_engine(url);
  store::migrate(*engine, migrations, Timestamp{1});
  return std::make_unique<store::Store>(std::move(engine));
}

inline std::unique_ptr<store::Store> open_small(const TestDatabase& database) {
  return open_with(database.url(), {{1, "0001_small", kSmallSchema}});
}

/// "kind key" of the Error that `f` throws; "nothing thrown" otherwise.
template <class F>
std::string error_of(F f) {
  try {
    f();
  } catch (const Error& error) {
    return std::string(error.kind() == ErrorKind::unavailable ? "unavailable "
                       : error.kind() == ErrorKind::internal  ? "internal "
                       : error.kind() == ErrorKind::conflict  ? "conflict "
                                                              : "other ") +
           error.key();
  }
  return "nothing thrown";
}

inline void insert_thing(store::Tx& tx, std::int64_t id, const std::string& name) {
  tx.exec(R"(insert into thing (id, name) values ($1, $2))", {id, name});
}

inline std::int64_t count_things(store::Reader& reader) {
  return reader.number(R"(select count(*) from thing)");
}

}  // namespace guong::test
