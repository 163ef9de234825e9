// Brings a database to the schema the program knows: numbered SQL files, each applied once in a
// transaction of its own and recorded with its checksum.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guong/base/time.h"
#include "store/engine.h"

namespace guong::store {

struct Migration {
  std::int64_t number = 0;
  std::string name;  // "0001_spine"
  std::string sql;   // {{id}} and {{keyed}} stand for texts of the engine (Dialect)
};

/// Those in the binary, in order.
std::vector<Migration> embedded_migrations();

/// Throws Error{unavailable, "store.newer_schema"} when the database has a migration that the
/// program does not know, or knows otherwise. Writes nothing when there is nothing to do.
void migrate(Engine& engine, const std::vector<Migration>& migrations, Timestamp now);

}  // namespace guong::store
