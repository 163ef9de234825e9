// Fresh databases for tests, with the program's tables: always a SQLite file in a temporary folder, and one
// on PostgreSQL when GUONG_TEST_POSTGRES names a server (see scripts/test-postgres). Gone with the object.
//
//   for (auto& database : test_databases()) {
//     INFO(database.name());
//     const auto store = database.open();
//     ...
//   }
#pragma once

#include <libpq-fe.h>
#include <stdlib.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "guong/store/store.h"
#include "support/temporary_folder.h"

namespace guong::test {

/// Runs a command on a PostgreSQL server, outside of the store.
inline void postgres_command(const std::string& url, const std::string& sql) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> conn(PQconnectdb(url.c_str()), &PQfinish);
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(conn.get(), sql.c_str()), &PQclear);
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    throw std::runtime_error(sql + ": " + PQerrorMessage(conn.get()));
  }
}

class TestDatabase {
 public:
  /// A SQLite file that does not exist yet.
  static TestDatabase sqlite() {
    TestDatabase out;
    out.name_ = "sqlite";
    out.url_ = (out.folder_.path() / "guong.db").string();
    return out;
  }
  /// An empty database on the server; its name is put into the server's URL in place of "postgres".
  static TestDatabase postgres(const std::string& server, const std::string& collation = "C") {
    return create(server,
                  "template0 encoding 'UTF8' lc_collate '" + collation + "' lc_ctype '" + collation + "'");
  }
  /// A database with the program's tables: a copy of one that the process makes once, which takes a fraction
  /// of the time of the migrations.
  static TestDatabase migrated_postgres(const std::string& server) {
    static const TestDatabase model = [&] {
      TestDatabase made = postgres(server);
      made.open();
      return made;
    }();
    return create(server, model.drop_->database);
  }

  const std::string& name() const { return name_; }
  /// What Store::open and the configuration take.
  const std::string& url() const { return url_; }
  bool is_sqlite() const { return name_ == "sqlite"; }
  /// For other files of the test.
  const std::filesystem::path& folder() const { return folder_.path(); }
  std::unique_ptr<store::Store> open() const { return store::Store::open(url_); }

 private:
  struct Drop {
    Drop(std::string s, std::string d) : server(std::move(s)), database(std::move(d)) {}
    Drop(const Drop&) = delete;
    Drop& operator=(const Drop&) = delete;
    ~Drop() {
      try {
        postgres_command(server, "drop database if exists " + database + " with (force)");
      } catch (const std::exception&) {
        // The server goes after the tests, and its databases with it.
      }
    }
    const std::string server;
    const std::string database;
  };

  TestDatabase() = default;

  static TestDatabase create(const std::string& server, const std::string& as) {
    static std::atomic<int> count = 0;
    TestDatabase out;
    out.name_ = "postgres";
    const std::string database = "guong_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    // Copied as files, a third of the time where a server does not wait for its disk (scripts/test-postgres).
    postgres_command(server, "create database " + database + " strategy file_copy template " + as);
    out.drop_ = std::make_unique<Drop>(server, database);
    out.url_ = server;
    out.url_.replace(out.url_.find("/postgres?"), 10, "/" + database + "?");
    return out;
  }

  TemporaryFolder folder_;
  std::string name_;
  std::string url_;
  std::unique_ptr<Drop> drop_;
};

/// The server for tests; empty when there is none, which is told once, and an error in continuous
/// integration.
inline std::string test_postgres_server() {
  if (const char* server = std::getenv("GUONG_TEST_POSTGRES")) return server;
  const char* ci = std::getenv("CI");
  if (ci && std::string(ci) == "true") throw std::runtime_error("GUONG_TEST_POSTGRES names no server");
  static const bool told =
      std::fputs("SKIPPED on PostgreSQL: GUONG_TEST_POSTGRES names no server\n", stderr) >= 0;
  static_cast<void>(told);
  return "";
}

inline std::vector<TestDatabase> test_databases() {
  std::vector<TestDatabase> out;
  out.push_back(TestDatabase::sqlite());
  if (!test_postgres_server().empty()) out.push_back(TestDatabase::migrated_postgres(test_postgres_server()));
  return out;
}

/// The same without tables, for tests that bring their own.
inline std::vector<TestDatabase> empty_databases() {
  std::vector<TestDatabase> out;
  out.push_back(TestDatabase::sqlite());
  if (!test_postgres_server().empty()) out.push_back(TestDatabase::postgres(test_postgres_server()));
  return out;
}

}  // namespace guong::test
