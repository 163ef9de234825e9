// Two processes may start at once: each migration looks again inside its transaction whether it is still
// needed.
#include "store/migrations.h"

#include <charconv>
#include <map>

#include "guong/base/crypto.h"
#include "guong/base/embedded.h"
#include "guong/base/error.h"
#include "store/migration_store.h"

namespace guong::store {
namespace {

constexpr int kTries = 5;

std::string for_engine(std::string sql, const Dialect& dialect) {
  const std::pair<std::string_view, std::string_view> tokens[] = {{"{{id}}", dialect.id_type},
                                                                  {"{{keyed}}", dialect.keyed_table}};
  for (const auto& [token, text] : tokens) {
    for (auto at = sql.find(token); at != std::string::npos; at = sql.find(token, at)) {
      sql.replace(at, token.size(), text);
    }
  }
  return sql;
}

[[noreturn]] void refuse(const std::string& name) {
  throw Error(ErrorKind::unavailable, "store.newer_schema", {{"migration", name}});
}

std::map<std::int64_t, AppliedMigration> applied_in(Engine& engine) {
  std::map<std::int64_t, AppliedMigration> out;
  engine.read([&](Reader& reader) {
    if (reader.number(engine.dialect().count_tables, {"schema_migration"}) == 0) return;
    for (auto& migration : list_applied(reader)) out.emplace(migration.number, std::move(migration));
  });
  return out;
}

/// Writes that two processes, started together, may try at once: the loser looks again.
void write_with_rivals(Engine& engine, const WriteFunction& f) {
  for (int attempt = 0;; ++attempt) {
    try {
      return engine.write(f, attempt);
    } catch (const DbError&) {
      if (attempt + 1 == kTries) throw;
    }
  }
}

void apply(Engine& engine, const Migration& migration, Timestamp now) {
  write_with_rivals(engine, [&](Session& session) {
    session.script(engine.dialect().lock_migrations);
    if (find_applied(session, migration.number)) return;
    session.script(for_engine(migration.sql, engine.dialect()));
    insert_applied(session, {migration.number, migration.name, sha256(migration.sql)}, now);
  });
}

}  // namespace

std::vector<Migration> embedded_migrations() {
  constexpr std::string_view kFolder = "schema/migrations/";
  std::vector<Migration> out;
  for (const std::string_view path : embedded_paths(kFolder)) {
    if (!path.ends_with(".sql")) continue;
    const std::string_view name = path.substr(kFolder.size(), path.size() - kFolder.size() - 4);
    Migration migration{0, std::string(name), std::string(*embedded(path))};
    std::from_chars(name.data(), name.data() + name.size(), migration.number);
    out.push_back(std::move(migration));
  }
  return out;
}

void migrate(Engine& engine, const std::vector<Migration>& migrations, Timestamp now) {
  auto applied = applied_in(engine);
  if (applied.empty()) write_with_rivals(engine, [](Session& session) { create_migration_table(session); });
  for (const Migration& migration : migrations) {
    const auto known = applied.extract(migration.number);
    if (known.empty()) {
      apply(engine, migration, now);
    } else if (known.mapped().checksum != sha256(migration.sql)) {
      refuse(migration.name);
    }
  }
  if (!applied.empty()) refuse(applied.rbegin()->second.name);
}

}  // namespace guong::store
