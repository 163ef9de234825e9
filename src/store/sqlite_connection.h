// One SQLite connection: cached statements, strict rows, errors by kind. For one thread at a time.
// The driver's own header is included in sqlite_connection.cpp alone.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guong/store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace guong::store {

class SqliteConnection {
 public:
  /// Opens an existing file. A writer's connection sets `disk_failed` when an fsync, or anything
  /// but a write, fails: from then on nobody knows what the disk holds.
  explicit SqliteConnection(const std::string& file, std::atomic<bool>* disk_failed = nullptr);
  ~SqliteConnection();
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  /// Runs several statements without parameters.
  void script(const std::string& sql);
  /// Steps a statement to its end; `f` may be empty.
  void each(std::string_view sql, Values values, const RowFunction& f);
  void run(std::string_view sql) { each(sql, {}, {}); }
  std::string text_of(std::string_view sql);
  std::int64_t number_of(std::string_view sql);
  /// Rows changed by the last statement.
  std::int64_t changes() const;
  void roll_back() noexcept;
  /// Copies the whole database into an empty file, in one step: one snapshot, and writers are not
  /// kept waiting.
  void copy_into(SqliteConnection& into);

  /// Not left in the midst of a transaction.
  bool usable() const;
  /// Whether the last error was that the file is no database.
  bool is_no_database() const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Statement {
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    std::vector<int> places;  // places[N - 1]: SQLite's index of $N; it numbers them by first appearance
    bool in_use = false;
  };
  class Use;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  Statement& prepared(std::string_view sql, Statement& spare);
  Statement prepare(std::string_view sql);
  void bind(const Use& use, Values values);
  void check(int code);
  [[noreturn]] void fail(int code);
  void note(int code);
  static int after_commit(void* self, sqlite3* db, const char* name, int pages);

  sqlite3* db_ = nullptr;
  std::atomic<bool>* const disk_failed_;
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
};

}  // namespace guong::store
