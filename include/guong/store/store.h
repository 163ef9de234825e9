// Database sessions over SQLite or PostgreSQL with one SQL text. A Reader cannot write; a Tx can.
// Store is safe to use from any thread; a Reader or Tx belongs to the callback that got it.
#pragma once

#include <exception>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "guong/store/change_counter.h"
#include "guong/store/module_state.h"
#include "guong/store/value.h"

namespace guong::store {

enum class DbErrorKind { unique, foreign_key, not_null, check, busy, retry, in_doubt, full, other };

/// A database error. Use cases see only `unique` (a lost race for a name or number); the rest
/// becomes Error{unavailable} or Error{internal} at the edge of the store. It ends the transaction:
/// nothing can be run after it, only another error be thrown.
class DbError : public std::exception {
 public:
  DbError(DbErrorKind kind, std::string message, std::string constraint = {})
      : kind_(kind), message_(std::move(message)), constraint_(std::move(constraint)) {}
  DbErrorKind kind() const { return kind_; }
  /// The violated columns, alike on both engines: "account.email", "entry.contest_id,
  /// entry.number". Empty where not known.
  const std::string& constraint() const { return constraint_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  DbErrorKind kind_;
  std::string message_;
  std::string constraint_;
};

using Values = std::span<const Value>;
using RowFunction = std::function<void(const Row&)>;

/// Reads from one consistent snapshot.
class Reader {
 public:
  virtual ~Reader() = default;
  /// Calls `f` for each row. Statements use $1, $2...; they are prepared once per connection and
  /// always reset. Reading a column as another type than it has, or a null as a value, is an error
  /// on both engines.
  virtual void each(std::string_view sql, Values values, const RowFunction& f) = 0;

  template <class F>
  auto all(std::string_view sql, std::initializer_list<Value> values, F map) {
    std::vector<std::invoke_result_t<F, const Row&>> out;
    each(sql, Values(values.begin(), values.size()), [&](const Row& row) { out.push_back(map(row)); });
    return out;
  }
  /// The first row, if there is one.
  template <class F>
  auto one(std::string_view sql, std::initializer_list<Value> values, F map) {
    std::optional<std::invoke_result_t<F, const Row&>> out;
    each(sql, Values(values.begin(), values.size()), [&](const Row& row) {
      if (!out) out.emplace(map(row));
    });
    return out;
  }
  /// What modules keep in memory about this reader's store.
  ModuleState& state() const;
  void set_state(ModuleState& state) { state_ = &state; }
  /// The number in the first column of the first row; 0 when there is none.
  std::int64_t number(std::string_view sql, std::initializer_list<Value> values = {}) {
    return one(sql, values, [](const Row& r) { return r.null(0) ? std::int64_t{0} : r.i64(0); }).value_or(0);
  }

 private:
  ModuleState* state_ = nullptr;
};

/// A transaction that may write. Nothing lasts until the callback has returned and the commit was
/// durable.
class Tx : public Reader {
 public:
  /// Runs a statement that returns no rows; gives the number of rows it changed.
  virtual std::int64_t run(std::string_view sql, Values values) = 0;
  std::int64_t exec(std::string_view sql, std::initializer_list<Value> values = {}) {
    return run(sql, Values(values.begin(), values.size()));
  }
};

class Engine;  // one per database kind, in src/store

/// The database: opened, migrated, shared by all threads.
class Store {
 public:
  /// `url`: a file path for SQLite, "postgresql://..." (or "postgres://...") for PostgreSQL. Opens
  /// or creates, and migrates. Throws Error{unavailable} with key store.not_ours (a file of another
  /// program), store.newer_schema, store.cannot_open.
  static std::unique_ptr<Store> open(const std::string& url);
  explicit Store(std::unique_ptr<Engine> engine);
  ~Store();

  /// Runs `f(Reader&)` once, on one snapshot, and gives what it gives.
  template <class F>
  auto read(F f) {
    using R = std::invoke_result_t<F, Reader&>;
    if constexpr (std::is_void_v<R>) {
      read_erased([&](Reader& r) { f(r); });
    } else {
      std::optional<R> out;
      read_erased([&](Reader& r) { out.emplace(f(r)); });
      return std::move(*out);
    }
  }
  /// Runs `f(Tx&)`, commits durably, gives what it gave. The whole of `f` is run again on a
  /// conflict (up to 10 times, jittered pauses), never when a commit is in doubt. An exception from
  /// `f` rolls back. A write inside a write of the same store is refused.
  template <class F>
  auto write(F f) {
    using R = std::invoke_result_t<F, Tx&>;
    if constexpr (std::is_void_v<R>) {
      write_erased([&](Tx& tx) { f(tx); });
    } else {
      std::optional<R> out;
      write_erased([&](Tx& tx) {
        out.reset();
        out.emplace(f(tx));
      });
      return std::move(*out);
    }
  }
  /// What modules keep in memory about this store.
  ModuleState& state() { return state_; }
  /// Moves on with every write transaction that was committed.
  ChangeCounter& changes() { return changes_; }
  /// Copies the whole database, consistent while others write, into a new SQLite file (SQLite
  /// only).
  void backup_to(const std::string& file);
  /// Writes over what deleted rows and earlier versions of rows have left in the database's files. Takes as
  /// long as copying them; for upgrades, while nobody else is at work.
  void forget_deleted();
  bool is_sqlite() const;
  /// Whether a read waits for no other process or machine: then an event thread may run it.
  bool is_in_process() const;

 private:
  void read_erased(const std::function<void(Reader&)>& f);
  void write_erased(const std::function<void(Tx&)>& f);
  ModuleState state_;
  std::unique_ptr<Engine> engine_;
  ChangeCounter changes_;
};

}  // namespace guong::store
