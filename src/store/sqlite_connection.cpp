// The one file that includes the SQLite driver: statements, errors by kind, and what a failed fsync means.
#include "store/sqlite_connection.h"

#include <sqlite3.h>

#include <cstdlib>

#include "store/engine.h"

namespace guong::store {
namespace {

constexpr int kBusyMilliseconds = 10'000;
// 32 MB of log at 4 kB a page: SQLite's own 1000 would stop writers for a checkpoint far more often.
constexpr int kCheckpointPages = 8000;
constexpr std::size_t kMaxStatements = 500;  // a bound against texts made at run time

/// The disk refused a write, mostly because it is full. Nothing was committed and nothing is in
/// doubt, unlike after a failed fsync.
bool is_refused_write(int code) {
  return code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMMAP ||
         code == SQLITE_IOERR_SHMOPEN || (code & 0xff) == SQLITE_FULL;
}

DbErrorKind kind_of(int code) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return DbErrorKind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return DbErrorKind::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
      return DbErrorKind::not_null;
    case SQLITE_CONSTRAINT_CHECK:
      return DbErrorKind::check;
    case SQLITE_BUSY_SNAPSHOT:
      return DbErrorKind::retry;
    default:
      break;
  }
  const int primary = code & 0xff;
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) return DbErrorKind::busy;
  return is_refused_write(code) ? DbErrorKind::full : DbErrorKind::other;
}

/// "UNIQUE constraint failed: account.email" names the columns after the colon.
std::string constraint_of(const std::string& message) {
  const auto colon = message.find("constraint failed: ");
  return colon == std::string::npos ? "" : message.substr(colon + 19);
}

class SqliteRow : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

  int find(std::string_view name) const override {
    return find_column(name, sqlite3_column_count(statement_),
                       [&](int place) { return sqlite3_column_name(statement_, place); });
  }
  bool null_at(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t i64_at(int column) const override {
    expect(column, SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
  }
  std::string text_at(int column) const override {
    expect(column, SQLITE_TEXT);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }
  Bytes blob_at(int column) const override {
    expect(column, SQLITE_BLOB);
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return Bytes(bytes, bytes + sqlite3_column_bytes(statement_, column));
  }
  std::string exactly(int from) const override {
    std::string out;
    for (int place = from; place < sqlite3_column_count(statement_); ++place) {
      const int type = sqlite3_column_type(statement_, place);
      if (type == SQLITE_INTEGER)
        out += "i" + std::to_string(sqlite3_column_int64(statement_, place)) + ";";
      else if (type == SQLITE_NULL)
        out += "n;";
      else
        out += exact_value(type == SQLITE_TEXT ? 't' : 'b', bytes(place));
    }
    return out;
  }

 private:
  std::string_view bytes(int place) const {
    const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_, place));
    return {start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, place))};
  }
  // SQLite would convert; PostgreSQL would not. A wrong type is a mistake on both.
  void expect(int column, int type) const {
    if (sqlite3_column_type(statement_, column) == type) return;
    misuse("column " + std::to_string(column) + " is null or of another type");
  }
  sqlite3_stmt* statement_;
};

// SQLite takes a null pointer for NULL, and an empty string_view may have one.
int bind_one(sqlite3_stmt* statement, int place, const Value::Variant& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return sqlite3_bind_int64(statement, place, *number);
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    return sqlite3_bind_text64(statement, place, text->data() ? text->data() : "", text->size(),
                               SQLITE_STATIC, SQLITE_UTF8);
  }
  if (const auto* blob = std::get_if<Blob>(&value)) {
    const std::string_view bytes = blob->bytes;
    return sqlite3_bind_blob64(statement, place, bytes.data() ? bytes.data() : "", bytes.size(),
                               SQLITE_STATIC);
  }
  return sqlite3_bind_null(statement, place);
}

}  // namespace

void SqliteConnection::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

/// A statement while it runs: reset afterwards, whatever happens. An open one would hold its
/// snapshot.
class SqliteConnection::Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) { statement_.in_use = true; }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use() {
    sqlite3_reset(handle());
    sqlite3_clear_bindings(handle());
    statement_.in_use = false;
  }
  sqlite3_stmt* handle() const { return statement_.handle.get(); }
  const std::vector<int>& places() const { return statement_.places; }

 private:
  Statement& statement_;
};

SqliteConnection::SqliteConnection(const std::string& file, std::atomic<bool>* disk_failed)
    : disk_failed_(disk_failed) {
  // Counting what is allocated takes one lock for the whole process; nobody looks at the count.
  static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)uncounted;
  const int code = sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    const std::string message = db_ ? sqlite3_errmsg(db_) : "out of memory";
    sqlite3_close(db_);
    throw DbError(DbErrorKind::other, message);
  }
  sqlite3_extended_result_codes(db_, 1);
  sqlite3_busy_timeout(db_, kBusyMilliseconds);
  if (disk_failed_) sqlite3_wal_hook(db_, &SqliteConnection::after_commit, this);
}

SqliteConnection::~SqliteConnection() {
  statements_.clear();
  sqlite3_close(db_);
}

void SqliteConnection::script(const std::string& sql) {
  check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr));
}

void SqliteConnection::each(std::string_view sql, Values values, const RowFunction& f) {
  Statement spare;
  const Use use(prepared(sql, spare));
  bind(use, values);
  const SqliteRow row(use.handle());
  for (;;) {
    const int code = sqlite3_step(use.handle());
    if (code == SQLITE_DONE) return;
    if (code != SQLITE_ROW) fail(code);
    if (f) f(row);
  }
}

std::string SqliteConnection::text_of(std::string_view sql) {
  std::string out;
  each(sql, {}, [&](const Row& row) { out = row.text(0); });
  return out;
}

std::int64_t SqliteConnection::number_of(std::string_view sql) {
  std::int64_t out = 0;
  each(sql, {}, [&](const Row& row) { out = row.i64(0); });
  return out;
}

std::int64_t SqliteConnection::changes() const { return sqlite3_changes64(db_); }

void SqliteConnection::roll_back() noexcept {
  if (!usable()) sqlite3_exec(db_, "rollback", nullptr, nullptr, nullptr);
}

void SqliteConnection::copy_into(SqliteConnection& into) {
  sqlite3_backup* backup = sqlite3_backup_init(into.db_, "main", db_, "main");
  if (!backup) into.fail(sqlite3_errcode(into.db_));
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) into.fail(finish != SQLITE_OK ? finish : step);
}

bool SqliteConnection::usable() const { return sqlite3_get_autocommit(db_) != 0; }
bool SqliteConnection::is_no_database() const { return sqlite3_errcode(db_) == SQLITE_NOTADB; }

/// The cached statement; `spare`, filled, when that one is running further up the stack.
SqliteConnection::Statement& SqliteConnection::prepared(std::string_view sql, Statement& spare) {
  const auto known = statements_.find(sql);
  if (known != statements_.end() && !known->second.in_use) return known->second;
  if (known != statements_.end()) return spare = prepare(sql);
  if (statements_.size() >= kMaxStatements) {
    std::erase_if(statements_, [](const auto& item) { return !item.second.in_use; });
  }
  return statements_.emplace(std::string(sql), prepare(sql)).first->second;
}

SqliteConnection::Statement SqliteConnection::prepare(std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  check(sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle,
                           nullptr));
  Statement out{std::unique_ptr<sqlite3_stmt, Finalize>(handle), {}, false};
  for (int i = 1; i <= sqlite3_bind_parameter_count(handle); ++i) {
    const char* name = sqlite3_bind_parameter_name(handle, i);
    const auto number = name ? std::strtoul(name + 1, nullptr, 10) : 0;
    if (number == 0) misuse("parameters are written $1, $2...");
    if (out.places.size() < number) out.places.resize(number, 0);
    out.places[number - 1] = i;
  }
  return out;
}

void SqliteConnection::bind(const Use& use, Values values) {
  if (values.size() != use.places().size()) misuse("wrong number of values for a statement");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (use.places()[i] != 0) check(bind_one(use.handle(), use.places()[i], values[i].get()));
  }
}

void SqliteConnection::check(int code) {
  if (code != SQLITE_OK) fail(code);
}

void SqliteConnection::fail(int code) {
  const std::string message = sqlite3_errmsg(db_);
  note(code);
  throw DbError(kind_of(code), message, constraint_of(message));
}

void SqliteConnection::note(int code) {
  if (disk_failed_ && (code & 0xff) == SQLITE_IOERR && !is_refused_write(code)) *disk_failed_ = true;
}

// SQLite's own checkpoints hide their errors; a failed fsync must not go unseen.
int SqliteConnection::after_commit(void* self, sqlite3* db, const char* name, int pages) {
  if (pages < kCheckpointPages) return SQLITE_OK;
  const int code = sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  static_cast<SqliteConnection*>(self)->note(code);
  return SQLITE_OK;
}

}  // namespace guong::store
