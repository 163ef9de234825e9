// Databases as released versions left them (tests/dumps), and the keys that they were made with.
#pragma once

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "support/databases.h"

namespace guong::test {

inline const std::filesystem::path kDumps = std::filesystem::path(GUONG_SOURCE_DIR) / "tests" / "dumps";

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void load_into_sqlite(const std::string& file, const std::string& sql) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open(file.c_str(), &opened);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(opened, &sqlite3_close);
  REQUIRE(code == SQLITE_OK);
  char* error = nullptr;
  const bool loaded = sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, &error) == SQLITE_OK;
  INFO((error ? error : ""));
  sqlite3_free(error);
  REQUIRE(loaded);
}

/// Into an empty database.
inline void load_dump(const TestDatabase& database, const std::string& version) {
  const auto sql = text_of(kDumps / (version + "." + database.name() + ".sql"));
  REQUIRE(!sql.empty());
  if (database.is_sqlite()) {
    load_into_sqlite(database.url(), sql);
  } else {
    postgres_command(database.url(), sql);
  }
}

/// Into a folder of keys; the program refuses those that others may read.
inline void put_dump_keys(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  fs::create_directories(folder);
  fs::copy(kDumps / "keys", folder, fs::copy_options::overwrite_existing | fs::copy_options::recursive);
  for (const auto& key : fs::directory_iterator(folder))
    fs::permissions(key.path(), fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace guong::test
