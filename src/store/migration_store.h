// Rows of schema_migration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/time.h"
#include "store/engine.h"

namespace guong::store {

struct AppliedMigration {
  std::int64_t number = 0;
  std::string name;
  Digest checksum{};
};

void create_migration_table(Session& session);
std::vector<AppliedMigration> list_applied(Reader& reader);
bool find_applied(Reader& reader, std::int64_t number);
void insert_applied(Tx& tx, const AppliedMigration& migration, Timestamp now);

}  // namespace guong::store
