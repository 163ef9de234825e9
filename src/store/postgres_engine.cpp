// PostgreSQL: a pool of connections, serializable writes, snapshot reads, binary parameters and
// results.
#include <endian.h>
#include <libpq-fe.h>

#include <charconv>
#include <cstring>
#include <unordered_map>

#include "guong/base/error.h"
#include "store/engine.h"
#include "store/gate.h"
#include "store/pool.h"
#include "store/postgres_value.h"

namespace guong::store {
namespace {

constexpr int kMaxConnections = 20;
constexpr std::size_t kMaxStatements = 500;
constexpr int kAloneFrom = 2;

constexpr Dialect kDialect = {
    "bigint primary key",
    "",
    R"(select count(*) from pg_tables where schemaname = current_schema() and tablename = $1)",
    // Before the first query, which would fix the snapshot: what another process migrated meanwhile
    // must be seen.
    "lock table schema_migration in exclusive mode",
};

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

constexpr std::pair<std::string_view, DbErrorKind> kKinds[] = {
    {"23505", DbErrorKind::unique}, {"23503", DbErrorKind::foreign_key}, {"23502", DbErrorKind::not_null},
    {"23514", DbErrorKind::check},  {"40001", DbErrorKind::retry},       {"40P01", DbErrorKind::retry},
    {"53100", DbErrorKind::full},   {"55P03", DbErrorKind::busy},        {"53300", DbErrorKind::busy},
};

DbErrorKind kind_of(std::string_view state) {
  for (const auto& [code, kind] : kKinds) {
    if (code == state) return kind;
  }
  return DbErrorKind::other;
}

class PostgresRow : public Row {
 public:
  explicit PostgresRow(const PGresult* result) : result_(result) {}
  void stand_on(int row) { row_ = row; }

  int find(std::string_view name) const override {
    return find_column(name, PQnfields(result_), [&](int place) { return PQfname(result_, place); });
  }
  bool null_at(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
  std::int64_t i64_at(int column) const override {
    const auto number = whole_number(type(column), bytes(column));
    if (!number) mistyped(column);
    return *number;
  }
  std::string text_at(int column) const override {
    if (!is_text(type(column))) mistyped(column);
    return std::string(bytes(column));
  }
  Bytes blob_at(int column) const override {
    if (type(column) != kBytea) mistyped(column);
    return as_bytes(bytes(column));
  }

 private:
  unsigned type(int column) const { return null_at(column) ? kUnknownParameter : PQftype(result_, column); }
  std::string_view bytes(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }
  [[noreturn]] static void mistyped(int column) {
    misuse("column " + std::to_string(column) + " is null or of another type");
  }
  const PGresult* result_;
  int row_ = 0;
};

/// Values as libpq takes them.
class Parameters {
 public:
  explicit Parameters(Values values) : numbers_(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) add(values[i].get(), numbers_[i]);
  }
  /// One letter a value: the types decide which prepared statement fits.
  const std::string& signature() const { return signature_; }
  const char* const* data() const { return data_.data(); }
  const int* lengths() const { return lengths_.data(); }
  std::vector<int> formats() const { return std::vector<int>(data_.size(), 1); }
  int size() const { return static_cast<int>(data_.size()); }

 private:
  void add(const Value::Variant& value, std::uint64_t& number) {
    if (const auto* n = std::get_if<std::int64_t>(&value)) {
      number = htobe64(static_cast<std::uint64_t>(*n));
      push('i', {reinterpret_cast<const char*>(&number), sizeof number});
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
      push('t', *text);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
      push('b', blob->bytes);
    } else {
      signature_ += '0';
      data_.push_back(nullptr);
      lengths_.push_back(0);
    }
  }
  void push(char type, std::string_view bytes) {
    signature_ += type;
    data_.push_back(bytes.data() ? bytes.data() : "");
    lengths_.push_back(static_cast<int>(bytes.size()));
  }
  std::vector<std::uint64_t> numbers_;
  std::string signature_;
  std::vector<const char*> data_;
  std::vector<int> lengths_;
};

class PostgresConnection {
 public:
  explicit PostgresConnection(const std::string& url) {
    const char* const names[] = {"connect_timeout", "dbname", "client_encoding", "fallback_application_name",
                                 nullptr};
    const char* const values[] = {"10", url.c_str(), "UTF8", "guong", nullptr};
    conn_.reset(PQconnectdbParams(names, values, 1));
    if (PQstatus(conn_.get()) != CONNECTION_OK) {
      throw Error(ErrorKind::unavailable, "store.cannot_open",
                  {{"database", "PostgreSQL"}, {"cause", PQerrorMessage(conn_.get())}});
    }
    // libpq would print notices to standard error.
    PQsetNoticeProcessor(
        conn_.get(), [](void*, const char*) {}, nullptr);
    // What is acknowledged is on disk, whatever the server is configured to do.
    command("set synchronous_commit = on");
  }
  bool usable() const { return alive() && PQtransactionStatus(conn_.get()) == PQTRANS_IDLE; }
  bool alive() const { return PQstatus(conn_.get()) == CONNECTION_OK; }

  /// Runs statements without parameters; gives the last one's tag ("COMMIT").
  std::string command(const char* sql) {
    const Result result(PQexec(conn_.get(), sql));
    check(result.get());
    return PQcmdStatus(result.get());
  }
  Result query(std::string_view sql, Values values) {
    const Parameters parameters(values);
    const std::string& name = prepared(sql, parameters.signature());
    Result result(PQexecPrepared(conn_.get(), name.c_str(), parameters.size(), parameters.data(),
                                 parameters.lengths(), parameters.formats().data(), 1));
    check(result.get());
    return result;
  }
  void each(std::string_view sql, Values values, const RowFunction& f) {
    const Result result = query(sql, values);
    PostgresRow row(result.get());
    for (int i = 0; i < PQntuples(result.get()); ++i) {
      row.stand_on(i);
      f(row);
    }
  }
  void roll_back() noexcept {
    if (alive() && PQtransactionStatus(conn_.get()) != PQTRANS_IDLE) Result(PQexec(conn_.get(), "rollback"));
  }

 private:
  struct Finish {
    void operator()(PGconn* conn) const { PQfinish(conn); }
  };

  const std::string& prepared(std::string_view sql, const std::string& signature) {
    std::string key(sql);
    key += '\0';
    key += signature;
    const auto known = names_.find(key);
    if (known != names_.end()) return known->second;
    if (names_.size() >= kMaxStatements) {
      command("deallocate all");
      names_.clear();
    }
    if (parameter_count(sql) != signature.size()) misuse("wrong number of values for a statement");
    const std::string name = "s" + std::to_string(next_name_++);
    const std::string text = settle_nulls(sql, signature);
    const std::vector<Oid> types = types_of(text, signature);
    check(Result(PQprepare(conn_.get(), name.c_str(), text.c_str(), static_cast<int>(types.size()),
                           types.data()))
              .get());
    return names_.emplace(std::move(key), name).first->second;
  }

  // A null's type is the server's to find, unless nothing is left of the parameter that would tell
  // it.
  static std::vector<Oid> types_of(const std::string& sql, const std::string& signature) {
    std::vector<Oid> out;
    for (std::size_t i = 0; i < signature.size(); ++i) {
      switch (signature[i]) {
        case 'i':
          out.push_back(kInt8);
          break;
        case 't':
          out.push_back(kText);
          break;
        case 'b':
          out.push_back(kBytea);
          break;
        default:
          out.push_back(mentions_parameter(sql, i + 1) ? kUnknownParameter : kText);
      }
    }
    return out;
  }

  void check(const PGresult* result) {
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return;
    const auto field = [&](int code) {
      const char* text = result ? PQresultErrorField(result, code) : nullptr;
      return std::string(text ? text : "");
    };
    // Before the commit a lost connection has changed nothing: as good as a conflict.
    if (!alive()) throw DbError(DbErrorKind::retry, "the connection was lost");
    const DbErrorKind kind = kind_of(field(PG_DIAG_SQLSTATE));
    const std::string constraint = kind == DbErrorKind::unique || kind == DbErrorKind::foreign_key
                                       ? columns_in(field(PG_DIAG_TABLE_NAME), field(PG_DIAG_MESSAGE_DETAIL))
                                       : "";
    throw DbError(kind, field(PG_DIAG_SQLSTATE) + " " + field(PG_DIAG_MESSAGE_PRIMARY), constraint);
  }

  std::unique_ptr<PGconn, Finish> conn_;
  std::unordered_map<std::string, std::string> names_;
  std::int64_t next_name_ = 1;
};

class PostgresSession : public Session {
 public:
  explicit PostgresSession(PostgresConnection& connection) : connection_(connection) {}
  void each(std::string_view sql, Values values, const RowFunction& f) override {
    guarded([&] { connection_.each(sql, values, f); });
  }
  std::int64_t run(std::string_view sql, Values values) override {
    return guarded([&] {
      const Result result = connection_.query(sql, values);
      const std::string_view changed = PQcmdTuples(result.get());
      std::int64_t out = 0;
      std::from_chars(changed.data(), changed.data() + changed.size(), out);
      return out;
    });
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
