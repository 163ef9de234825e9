// PostgreSQL: a pool of connections, serializable writes, snapshot reads.
#include "guong/base/error.h"
#include "store/engine.h"
#include "store/gate.h"
#include "store/pool.h"
#include "store/postgres_connection.h"

namespace guong::store {
namespace {

constexpr int kMaxConnections = 20;
constexpr int kAloneFrom = 2;

constexpr Dialect kDialect = {
    "bigint primary key",
    "",
    R"(select count(*) from pg_tables where schemaname = current_schema() and tablename = $1)",
    // Before the first query, which would fix the snapshot: what another process migrated meanwhile
    // must be seen.
    "lock table schema_migration in exclusive mode",
};

class PostgresSession : public Session {
 public:
  explicit PostgresSession(PostgresConnection& connection) : connection_(connection) {}
  void each(std::string_view sql, Values values, const RowFunction& f) override {
    guarded([&] { connection_.each(sql, values, f); });
  }
  std::int64_t run(std::string_view sql, Values values) override {
    return guarded([&] { return connection_.run(sql, values); });
  }
  void script(const std::string& sql) override {
    guarded([&] { connection_.command(sql.c_str()); });
  }

 private:
  PostgresConnection& connection_;
};

class PostgresEngine : public Engine {
 public:
  explicit PostgresEngine(const std::string& url)
      : pool_(kMaxConnections, [url] { return std::make_unique<PostgresConnection>(url); }) {
    const auto connection = pool_.take();
    refuse_unsorted(*connection);
    refuse_foreign(*connection);
  }

  void read(const ReadFunction& f) override {
    const auto connection = begun("begin isolation level repeatable read read only");
    PostgresSession session(*connection);
    try {
      f(session);
    } catch (...) {
      connection->roll_back();
      throw;
    }
    connection->command("commit");
  }

  /// Serializable: of two transactions that each rest on what the other changes, one fails and is run again.
  /// So a use case that reads, decides and writes is right on both engines without locks of its own.
  void write(const WriteFunction& f, int attempt) override {
    const Gate::Pass pass(gate_, attempt >= kAloneFrom);
    const auto connection = begun("begin isolation level serializable read write");
    PostgresSession session(*connection);
    try {
      f(session);
      if (session.failure()) throw DbError(*session.failure());
    } catch (...) {
      connection->roll_back();
      rethrow_from(session);
    }
    commit(*connection);
  }

  void backup_to(const std::string&) override {
    throw Error(ErrorKind::conflict, "store.backup_sqlite_only");
  }
  void forget_deleted() override { pool_.take()->command("vacuum full"); }
  bool is_sqlite() const override { return false; }
  bool is_in_process() const override { return false; }
  const Dialect& dialect() const override { return kDialect; }

 private:
  /// A connection with a transaction begun. Those that died in the pool, as when the server was
  /// restarted, are thrown away.
  Pool<PostgresConnection>::Lease begun(const char* begin) {
    for (int i = 0;; ++i) {
      auto connection = pool_.take();
      try {
        connection->command(begin);
        return connection;
      } catch (const DbError&) {
        if (connection->alive() || i > kMaxConnections) throw;
      }
    }
  }

  static void commit(PostgresConnection& connection) {
    std::string tag;
    try {
      tag = connection.command("commit");
    } catch (const DbError& error) {
      if (!connection.alive()) throw DbError(DbErrorKind::in_doubt, error.what());
      connection.roll_back();
      throw;
    }
    if (tag != "COMMIT") throw DbError(DbErrorKind::other, "the server rolled back");
  }

  // Both engines must sort text by bytes, or lists and cursors would differ.
  static void refuse_unsorted(PostgresConnection& connection) {
    connection.each(
        R"(select datcollate, pg_encoding_to_char(encoding) from pg_database where datname = current_database())",
        {}, [](const Row& row) {
          const std::string collation = row.text(0);
          if ((collation == "C" || collation == "POSIX") && row.text(1) == "UTF8") return;
          throw Error(ErrorKind::unavailable, "store.collation",
                      {{"collation", collation}, {"encoding", row.text(1)}});
        });
  }
  static void refuse_foreign(PostgresConnection& connection) {
    connection.each(
        R"(select count(*), count(case when tablename = 'schema_migration' then 1 end)
                       from pg_tables where schemaname = current_schema())",
        {}, [](const Row& row) {
          if (row.i64(0) == 0 || row.i64(1) == 1) return;
          throw Error(ErrorKind::unavailable, "store.not_ours", {{"database", "PostgreSQL"}});
        });
  }

  Gate gate_;
  Pool<PostgresConnection> pool_;
};

}  // namespace

std::unique_ptr<Engine> open_postgres(const std::string& url) {
  return std::make_unique<PostgresEngine>(url);
}

}  // namespace guong::store
