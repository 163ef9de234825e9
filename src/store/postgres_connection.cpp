// libpq as this store uses it: everything in binary, statements prepared once for each row of types.
#include "store/postgres_connection.h"

#include <endian.h>
#include <libpq-fe.h>

#include <charconv>
#include <vector>

#include "guong/base/error.h"
#include "store/engine.h"
#include "store/postgres_value.h"

namespace guong::store {
namespace {

constexpr std::size_t kMaxStatements = 500;

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
  std::string exactly(int from) const override {
    std::string out;
    for (int place = from; place < PQnfields(result_); ++place) {
      if (null_at(place))
        out += "n;";
      else if (const auto number = whole_number(type(place), bytes(place)))
        out += "i" + std::to_string(*number) + ";";
      else
        out += exact_value(type(place) == kBytea ? 'b' : 't', bytes(place));
    }
    return out;
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

// A null's type is the server's to find, unless nothing is left of the parameter that would tell
// it.
std::vector<Oid> types_of(const std::string& sql, const std::string& signature) {
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

}  // namespace

void PostgresConnection::Clear::operator()(pg_result* result) const { PQclear(result); }
void PostgresConnection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

PostgresConnection::PostgresConnection(const std::string& url) {
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

PostgresConnection::~PostgresConnection() = default;

bool PostgresConnection::usable() const {
  return alive() && PQtransactionStatus(conn_.get()) == PQTRANS_IDLE;
}

bool PostgresConnection::alive() const { return PQstatus(conn_.get()) == CONNECTION_OK; }

std::string PostgresConnection::command(const char* sql) {
  const Result result(PQexec(conn_.get(), sql));
  check(result.get());
  return PQcmdStatus(result.get());
}

PostgresConnection::Result PostgresConnection::query(std::string_view sql, Values values) {
  const Parameters parameters(values);
  const std::string& name = prepared(sql, parameters.signature());
  Result result(PQexecPrepared(conn_.get(), name.c_str(), parameters.size(), parameters.data(),
                               parameters.lengths(), parameters.formats().data(), 1));
  check(result.get());
  return result;
}

void PostgresConnection::each(std::string_view sql, Values values, const RowFunction& f) {
  const Result result = query(sql, values);
  PostgresRow row(result.get());
  for (int i = 0; i < PQntuples(result.get()); ++i) {
    row.stand_on(i);
    f(row);
  }
}

std::int64_t PostgresConnection::run(std::string_view sql, Values values) {
  const Result result = query(sql, values);
  const std::string_view changed = PQcmdTuples(result.get());
  std::int64_t out = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), out);
  return out;
}

void PostgresConnection::roll_back() noexcept {
  if (alive() && PQtransactionStatus(conn_.get()) != PQTRANS_IDLE) Result(PQexec(conn_.get(), "rollback"));
}

const std::string& PostgresConnection::prepared(std::string_view sql, const std::string& signature) {
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
  check(
      Result(PQprepare(conn_.get(), name.c_str(), text.c_str(), static_cast<int>(types.size()), types.data()))
          .get());
  return names_.emplace(std::move(key), name).first->second;
}

void PostgresConnection::check(const PGresult* result) {
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

}  // namespace guong::store
