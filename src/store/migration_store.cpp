// SQL of schema_migration, the one table that no migration makes.
#include "store/migration_store.h"

#include <algorithm>

namespace guong::store {

void create_migration_table(Session& session) {
  session.script(R"(
create table if not exists schema_migration (
  number bigint primary key,
  name text not null,
  checksum bytea not null,
  applied_at bigint not null
))");
}

std::vector<AppliedMigration> list_applied(Reader& reader) {
  return reader.all(R"(select number, name, checksum from schema_migration order by number)", {},
                    [](const Row& row) {
                      AppliedMigration out{row.i64(0), row.text(1), {}};
                      const Bytes checksum = row.blob(2);
                      if (checksum.size() == out.checksum.size())
                        std::copy(checksum.begin(), checksum.end(), out.checksum.begin());
                      return out;
                    });
}

bool find_applied(Reader& reader, std::int64_t number) {
  return reader.number(R"(select count(*) from schema_migration where number = $1)", {number}) != 0;
}

void insert_applied(Tx& tx, const AppliedMigration& migration, Timestamp now) {
  tx.exec(R"(insert into schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4))",
          {migration.number, migration.name, migration.checksum, now});
}

}  // namespace guong::store
