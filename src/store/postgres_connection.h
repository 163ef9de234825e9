// One PostgreSQL connection: prepared statements, binary parameters and results, errors by kind. For one thread
// at a time. The driver's own header is included in postgres_connection.cpp alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "guong/store/store.h"

struct pg_conn;
struct pg_result;

namespace guong::store {

class PostgresConnection {
 public:
  /// Error{unavailable, "store.cannot_open"} when nobody answers within 10 s.
  explicit PostgresConnection(const std::string& url);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  /// Not left in the midst of a transaction.
  bool usable() const;
  bool alive() const;
  /// Runs statements without parameters; gives the last one's tag ("COMMIT").
  std::string command(const char* sql);
  void each(std::string_view sql, Values values, const RowFunction& f);
  /// Rows changed.
  std::int64_t run(std::string_view sql, Values values);
  void roll_back() noexcept;

 private:
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Result = std::unique_ptr<pg_result, Clear>;
  struct Finish {
    void operator()(pg_conn* connection) const;
  };
  Result query(std::string_view sql, Values values);
  const std::string& prepared(std::string_view sql, const std::string& signature);
  void check(const pg_result* result);

  std::unique_ptr<pg_conn, Finish> conn_;
  std::unordered_map<std::string, std::string> names_;
  std::int64_t next_name_ = 1;
};

}  // namespace guong::store
