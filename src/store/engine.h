// What the store needs of a database kind: one Engine per open database, usable from any thread.
// Only sqlite_engine.cpp and postgres_engine.cpp know a driver.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "guong/store/store.h"

namespace guong::store {

/// A transaction. After the first DbError it is dead, on SQLite too (PostgreSQL knows it no other
/// way): every later statement and the commit throw that error again.
class Session : public Tx {
 public:
  /// Runs several statements without parameters (migrations).
  virtual void script(const std::string& sql) = 0;
  const std::optional<DbError>& failure() const { return failure_; }

 protected:
  template <class F>
  auto guarded(F f) {
    if (failure_) throw DbError(*failure_);
    try {
      return f();
    } catch (const DbError& error) {
      if (!failure_) failure_ = error;
      throw;
    }
  }

 private:
  std::optional<DbError> failure_;
};

/// The few texts that differ between the engines.
struct Dialect {
  const char* id_type;          // stands for {{id}} in migrations
  const char* keyed_table;      // stands for {{keyed}}: the table is its primary key's index
  const char* count_tables;     // how many tables are named $1
  const char* lock_migrations;  // first statement of a migration's transaction; may be empty
};

using ReadFunction = std::function<void(Reader&)>;
using WriteFunction = std::function<void(Session&)>;

class Engine {
 public:
  virtual ~Engine() = default;
  virtual void read(const ReadFunction& f) = 0;
  /// One try, begun and committed; DbError{retry} asks for another. From the third try on
  /// (`attempt` counts from 0) nobody else of this process writes meanwhile, so that the last of
  /// many rivals gets through.
  virtual void write(const WriteFunction& f, int attempt) = 0;
  virtual void backup_to(const std::string& file) = 0;
  virtual void forget_deleted() = 0;
  virtual bool is_sqlite() const = 0;
  virtual bool is_in_process() const = 0;
  virtual const Dialect& dialect() const = 0;
};

std::unique_ptr<Engine> open_sqlite(const std::string& file);
std::unique_ptr<Engine> open_postgres(const std::string& url);
/// The engine that the form of `url` names.
std::unique_ptr<Engine> open_engine(const std::string& url);

/// Called while an exception out of a transaction is handled: passes it on, or the conflict that
/// lies under it. A use case may have taken the conflict for something else.
[[noreturn]] inline void rethrow_from(const Session& session) {
  if (session.failure() && session.failure()->kind() == DbErrorKind::retry) throw DbError(*session.failure());
  throw;
}

/// A text or blob as it stands among others (Row::exactly).
inline std::string exact_value(char type, std::string_view bytes) {
  return type + std::to_string(bytes.size()) + ":" + std::string(bytes);
}

[[noreturn]] inline void misuse(const std::string& cause) { throw DbError(DbErrorKind::other, cause); }
/// The place of the column with this name among `count`; `name_of(place)` is what the driver calls it.
template <class F>
int find_column(std::string_view name, int count, F name_of) {
  for (int place = 0; place < count; ++place)
    if (name == name_of(place)) return place;
  misuse("no column is called " + std::string(name));
}

/// The highest N of $N in a statement.
std::size_t parameter_count(std::string_view sql);

}  // namespace guong::store
