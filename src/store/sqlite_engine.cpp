// SQLite: one writer that takes its turn, readers that cannot write, every commit on disk before it is acknowledged.
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <unordered_map>

#include "guong/base/error.h"
#include "store/durable.h"
#include "store/engine.h"
#include "store/pool.h"

namespace guong::store {
namespace {

constexpr std::int64_t kApplicationId = 0x47554f4e;  // "GUON"
constexpr int kMaxReaders = 16;
constexpr int kBusyMilliseconds = 10'000;
constexpr int kCheckpointPages = 1000;
constexpr std::size_t kMaxStatements = 500;

constexpr Dialect kDialect = {
    "integer primary key",
    R"(select count(*) from sqlite_master where type = 'table' and name = $1)",
    "",
};

/// The disk refused a write, mostly because it is full. Nothing was committed and nothing is in doubt, unlike after a failed fsync.
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

  bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t i64(int column) const override {
    expect(column, SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
  }
  std::string text(int column) const override {
    expect(column, SQLITE_TEXT);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }
  Bytes blob(int column) const override {
    expect(column, SQLITE_BLOB);
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return Bytes(bytes, bytes + sqlite3_column_bytes(statement_, column));
  }

 private:
  // SQLite would convert; PostgreSQL would not. A wrong type is a mistake on both.
  void expect(int column, int type) const {
    if (sqlite3_column_type(statement_, column) == type) return;
    misuse("column " + std::to_string(column) + " is null or of another type");
  }
  sqlite3_stmt* statement_;
};

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct Statement {
  std::unique_ptr<sqlite3_stmt, Finalize> handle;
  std::vector<int> places;  // places[N - 1]: SQLite's index of $N; it numbers them by first appearance
  bool in_use = false;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A statement while it runs: reset afterwards, whatever happens. An open one would hold its snapshot.
class Use {
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

class SqliteConnection {
 public:
  SqliteConnection(const std::string& file, bool writer) : writer_(writer) {
    const int code =
        sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
      const std::string message = db_ ? sqlite3_errmsg(db_) : "out of memory";
      sqlite3_close(db_);
      throw DbError(DbErrorKind::other, message);
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, kBusyMilliseconds);
    if (writer_) sqlite3_wal_hook(db_, &SqliteConnection::after_commit, this);
  }
  ~SqliteConnection() {
    statements_.clear();
    sqlite3_close(db_);
  }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  sqlite3* handle() const { return db_; }
  bool usable() const { return sqlite3_get_autocommit(db_) != 0; }
  bool disk_failed() const { return disk_failed_; }

  void script(const char* sql) { check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }

  /// Steps a statement to its end; `f` may be empty.
  void each(std::string_view sql, Values values, const RowFunction& f) {
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
  std::string text_of(std::string_view sql) {
    std::string out;
    each(sql, {}, [&](const Row& row) { out = row.text(0); });
    return out;
  }
  std::int64_t number_of(std::string_view sql) {
    std::int64_t out = 0;
    each(sql, {}, [&](const Row& row) { out = row.i64(0); });
    return out;
  }
  std::int64_t changes() const { return sqlite3_changes64(db_); }

  void roll_back() noexcept {
    if (!usable()) sqlite3_exec(db_, "rollback", nullptr, nullptr, nullptr);
  }
  void check(int code) {
    if (code != SQLITE_OK) fail(code);
  }
  [[noreturn]] void fail(int code) {
    const std::string message = sqlite3_errmsg(db_);
    note(code);
    throw DbError(kind_of(code), message, constraint_of(message));
  }

 private:
  /// The cached statement; `spare`, filled, when that one is running further up the stack.
  Statement& prepared(std::string_view sql, Statement& spare) {
    const auto known = statements_.find(sql);
    if (known != statements_.end() && !known->second.in_use) return known->second;
    if (known != statements_.end()) return spare = prepare(sql);
    if (statements_.size() >= kMaxStatements) {
      std::erase_if(statements_, [](const auto& item) { return !item.second.in_use; });
    }
    return statements_.emplace(std::string(sql), prepare(sql)).first->second;
  }

  Statement prepare(std::string_view sql) {
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

  void bind(const Use& use, Values values) {
    if (values.size() != use.places().size()) misuse("wrong number of values for a statement");
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (use.places()[i] != 0) check(bind_one(use.handle(), use.places()[i], values[i].get()));
    }
  }

  // SQLite takes a null pointer for NULL, and an empty string_view may have one.
  static int bind_one(sqlite3_stmt* statement, int place, const Value::Variant& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, place, *number);
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      return sqlite3_bind_text64(statement, place, text->data() ? text->data() : "", text->size(), SQLITE_STATIC,
                                 SQLITE_UTF8);
    }
    if (const auto* blob = std::get_if<Blob>(&value)) {
      const std::string_view bytes = blob->bytes;
      return sqlite3_bind_blob64(statement, place, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, place);
  }

  void note(int code) {
    if (writer_ && (code & 0xff) == SQLITE_IOERR && !is_refused_write(code)) disk_failed_ = true;
  }

  // SQLite's own checkpoints hide their errors; a failed fsync must not go unseen.
  static int after_commit(void* self, sqlite3* db, const char* name, int pages) {
    if (pages < kCheckpointPages) return SQLITE_OK;
    const int code = sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    static_cast<SqliteConnection*>(self)->note(code);
    return SQLITE_OK;
  }

  sqlite3* db_ = nullptr;
  const bool writer_;
  std::atomic<bool> disk_failed_ = false;
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
};

class SqliteSession : public Session {
 public:
  explicit SqliteSession(SqliteConnection& connection) : connection_(connection) {}
  void each(std::string_view sql, Values values, const RowFunction& f) override {
    guarded([&] { connection_.each(sql, values, f); });
  }
  std::int64_t run(std::string_view sql, Values values) override {
    return guarded([&] {
      connection_.each(sql, values, {});
      return connection_.changes();
    });
  }
  void script(const std::string& sql) override {
    guarded([&] { connection_.script(sql.c_str()); });
  }

 private:
  SqliteConnection& connection_;
};

/// Makes a new file ours, and refuses what is another program's. The mark is set before anything else, so that a crash in
/// between leaves either an empty file or one of ours.
void claim(SqliteConnection& connection, const std::string& file) {
  const auto refuse = [&] { throw Error(ErrorKind::unavailable, "store.not_ours", {{"database", file}}); };
  try {
    if (connection.number_of("pragma page_count") == 0) {
      connection.script(("pragma application_id = " + std::to_string(kApplicationId)).c_str());
    }
    if (connection.number_of("pragma application_id") != kApplicationId) refuse();
  } catch (const DbError&) {
    if (sqlite3_errcode(connection.handle()) == SQLITE_NOTADB) refuse();
    throw;
  }
}

class SqliteEngine : public Engine {
 public:
  explicit SqliteEngine(const std::string& file)
      : file_(made(file)), writer_(file_, true), readers_(kMaxReaders, [this] { return reader(); }) {
    claim(writer_, file_);
    if (writer_.text_of("pragma journal_mode = wal") != "wal") {
      throw DbError(DbErrorKind::other, "this file system does not offer write-ahead logging");
    }
    writer_.script("pragma synchronous = full; pragma foreign_keys = on; pragma journal_size_limit = 67108864;"
                   "pragma cache_size = -32000");
  }

  void read(const ReadFunction& f) override {
    const auto connection = readers_.take();
    connection->each("begin", {}, {});
    SqliteSession session(*connection);
    try {
      f(session);
    } catch (...) {
      connection->roll_back();
      throw;
    }
    connection->each("commit", {}, {});
  }

  void write(const WriteFunction& f, int) override {
    const std::unique_lock turn(turn_, std::chrono::milliseconds(kBusyMilliseconds));
    if (!turn) throw DbError(DbErrorKind::busy, "another writer takes long");
    if (writer_.disk_failed()) throw Error(ErrorKind::unavailable, "store.disk_failed");
    writer_.each("begin immediate", {}, {});
    SqliteSession session(writer_);
    try {
      f(session);
      if (session.failure()) throw DbError(*session.failure());
    } catch (...) {
      writer_.roll_back();
      rethrow_from(session);
    }
    commit();
  }

  void backup_to(const std::string& file) override;
  bool is_sqlite() const override { return true; }
  const Dialect& dialect() const override { return kDialect; }

 private:
  static std::string made(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (descriptor < 0) throw DbError(DbErrorKind::other, std::generic_category().message(errno));
    ::close(descriptor);
    return file;
  }
  std::unique_ptr<SqliteConnection> reader() {
    auto out = std::make_unique<SqliteConnection>(file_, false);
    out->script("pragma query_only = on; pragma cache_size = -8000");
    return out;
  }
  // After an fsync that failed nobody knows what the disk holds: the commit may or may not survive, and nothing may be
  // written on top of it.
  void commit() {
    try {
      writer_.each("commit", {}, {});
    } catch (const DbError& error) {
      writer_.roll_back();
      if (writer_.disk_failed()) throw DbError(DbErrorKind::in_doubt, error.what());
      throw;
    }
  }

  const std::string file_;
  std::timed_mutex turn_;
  SqliteConnection writer_;
  Pool<SqliteConnection> readers_;
};

// Copied in one step: one snapshot, and writers are not kept waiting.
void copy(SqliteConnection& from, const std::string& file) {
  SqliteConnection into(file, false);
  sqlite3_backup* backup = sqlite3_backup_init(into.handle(), "main", from.handle(), "main");
  if (!backup) into.fail(sqlite3_errcode(into.handle()));
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) into.fail(finish != SQLITE_OK ? finish : step);
  if (into.text_of("pragma quick_check(1)") != "ok") throw DbError(DbErrorKind::other, "the copy is damaged");
  if (into.text_of("pragma journal_mode = delete") != "delete") throw DbError(DbErrorKind::other, "the copy is busy");
}

void SqliteEngine::backup_to(const std::string& file) {
  if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
    throw Error(ErrorKind::conflict, "store.backup_exists", {{"file", file}});
  }
  const std::string partial = file + ".partial";
  std::error_code ignored;
  std::filesystem::remove(partial, ignored);
  try {
    copy(*readers_.take(), made(partial));
    make_durable(partial);
    if (std::rename(partial.c_str(), file.c_str()) != 0) throw_system_error(errno);
    make_durable(std::filesystem::absolute(file).parent_path());
  } catch (...) {
    std::filesystem::remove(partial, ignored);
    throw;
  }
}

}  // namespace

std::unique_ptr<Engine> open_sqlite(const std::string& file) {
  return std::make_unique<SqliteEngine>(file);
}

}  // namespace guong::store
