// SQLite: one connection that writes for all, readers that cannot write, every commit on disk
// before it is acknowledged.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "guong/base/error.h"
#include "store/durable.h"
#include "store/engine.h"
#include "store/group_commit.h"
#include "store/pool.h"
#include "store/sqlite_connection.h"

namespace guong::store {
namespace {

constexpr std::int64_t kApplicationId = 0x47554f4e;  // "GUON"
constexpr int kMaxReaders = 16;
constexpr int kAloneFrom = 2;  // the third try

constexpr Dialect kDialect = {
    "integer primary key",
    "without rowid",
    R"(select count(*) from sqlite_master where type = 'table' and name = $1)",
    "",
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
    guarded([&] { connection_.script(sql); });
  }

 private:
  SqliteConnection& connection_;
};

/// Makes a new file ours, and refuses what is another program's. The mark is set before anything
/// else, so that a crash in between leaves either an empty file or one of ours.
void claim(SqliteConnection& connection, const std::string& file) {
  const auto refuse = [&] { throw Error(ErrorKind::unavailable, "store.not_ours", {{"database", file}}); };
  try {
    if (connection.number_of("pragma page_count") == 0) {
      connection.script("pragma application_id = " + std::to_string(kApplicationId));
    }
    if (connection.number_of("pragma application_id") != kApplicationId) refuse();
  } catch (const DbError&) {
    if (connection.is_no_database()) refuse();
    throw;
  }
}

class SqliteEngine : public Engine {
 public:
  explicit SqliteEngine(const std::string& file)
      : file_(made(file)),
        writer_(writer(), disk_failed_),
        readers_(kMaxReaders, [this] { return reader(); }) {}

  void read(const ReadFunction& f) override {
    const auto connection = readers_.take();
    connection->run("begin");  // all statements of a read see one snapshot, as on PostgreSQL
    SqliteSession session(*connection);
    try {
      f(session);
    } catch (...) {
      connection->roll_back();
      throw;
    }
    connection->run("commit");
  }

  void write(const WriteFunction& f, int attempt) override {
    const auto work = [&](SqliteConnection& connection) {
      SqliteSession session(connection);
      try {
        f(session);
      } catch (...) {
        rethrow_from(session);
      }
      if (session.failure()) throw DbError(*session.failure());
    };
    writer_.write(work, attempt >= kAloneFrom);
  }

  void backup_to(const std::string& file) override;
  void forget_deleted() override;
  bool is_sqlite() const override { return true; }
  bool is_in_process() const override { return true; }
  const Dialect& dialect() const override { return kDialect; }

 private:
  void copy_to(const std::string& file);
  static std::string made(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (descriptor < 0) throw DbError(DbErrorKind::other, std::generic_category().message(errno));
    ::close(descriptor);
    return file;
  }
  std::unique_ptr<SqliteConnection> writer() {
    auto out = std::make_unique<SqliteConnection>(file_, &disk_failed_);
    claim(*out, file_);
    if (out->text_of("pragma journal_mode = wal") != "wal") {
      throw DbError(DbErrorKind::other, "this file system does not offer write-ahead logging");
    }
    // With a write-ahead log only `full` syncs at every commit: `normal` loses the last ones in a power cut.
    out->script(
        "pragma synchronous = full; pragma foreign_keys = on; pragma journal_size_limit = 67108864;"
        "pragma cache_size = -32000; pragma temp_store = memory");
    return out;
  }
  std::unique_ptr<SqliteConnection> reader() {
    auto out = std::make_unique<SqliteConnection>(file_);
    out->script("pragma query_only = on; pragma cache_size = -6000");
    return out;
  }
  const std::string file_;
  std::atomic<bool> disk_failed_ = false;
  GroupCommit writer_;
  Pool<SqliteConnection> readers_;
};

void SqliteEngine::backup_to(const std::string& file) {
  if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
    throw Error(ErrorKind::conflict, "store.backup_exists", {{"file", file}});
  }
  const std::string partial = file + ".partial";
  std::error_code ignored;
  std::filesystem::remove(partial, ignored);
  try {
    copy_to(partial);
    make_durable(partial);
    if (std::rename(partial.c_str(), file.c_str()) != 0) throw_system_error(errno);
    make_durable(std::filesystem::absolute(file).parent_path());
  } catch (...) {
    std::filesystem::remove(partial, ignored);
    throw;
  }
}

// The database is written anew, and what the log held of the old one is cut off.
void SqliteEngine::forget_deleted() {
  SqliteConnection connection(file_);
  connection.script("pragma secure_delete = on; pragma synchronous = full");
  connection.run("vacuum");
  connection.run("pragma wal_checkpoint(truncate)");
}

// A copy that does not read back whole is no backup. Without write-ahead logging it is one file.
void SqliteEngine::copy_to(const std::string& file) {
  SqliteConnection into(made(file));
  readers_.take()->copy_into(into);
  if (into.text_of("pragma quick_check(1)") != "ok") throw DbError(DbErrorKind::other, "the copy is damaged");
  if (into.text_of("pragma journal_mode = delete") != "delete")
    throw DbError(DbErrorKind::other, "the copy is busy");
}

}  // namespace

std::unique_ptr<Engine> open_sqlite(const std::string& file) { return std::make_unique<SqliteEngine>(file); }

}  // namespace guong::store
