// Another seal.key: all that was sealed with the old one opens with the new one and not with the old,
// wherever it was cut off.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/key_change.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "guong/app/commands.h"
#include "guong/app/keys.h"
#include "guong/store/store.h"
#include "support/databases.h"
#include "support/dumps.h"

using namespace guong;

namespace {

namespace fs = std::filesystem;

/// An installation of an earlier release, brought up to date, with keys of its own.
struct Installed {
  explicit Installed(const test::TestDatabase& on) : database(on), keys(data() / "keys") {
    test::load_dump(on, "v0.2.0");
    test::put_dump_keys(keys);
    REQUIRE(run({"check"}) == 0);
  }
  fs::path data() const { return database.folder() / "data"; }
  int run(std::vector<std::string> words) const {
    words.push_back("--data=" + data().string());
    words.push_back("--database=" + database.url());
    return app::run_command(words);
  }
  api::Keys loaded() const { return app::load_keys(keys, "", false); }
  const test::TestDatabase& database;
  fs::path keys;
};

std::set<Bytes> tags(store::Store& store, const std::string& sql) {
  return store.read([&](store::Reader& reader) {
    std::set<Bytes> out;
    reader.each(sql, {}, [&](const store::Row& row) { out.insert(row.blob(0)); });
    return out;
  });
}

std::set<Bytes> all_tags(store::Store& store) {
  auto out = tags(store, "select owner_tag from entry where id > 0");
  out.merge(tags(store, "select tag from entry_name_tag where contest_id > 0"));
  return out;
}

/// How many values of all columns the key opens, and how many it does not.
std::pair<std::int64_t, std::int64_t> opened_with(store::Store& store, const std::string& key) {
  std::int64_t rows = 0, lost = 0;
  for (const auto& column : app::all_sealed_columns()) {
    const auto found = store::reseal(store, column, {key, key});
    rows += found.rows;
    lost += found.lost;
  }
  return {rows - lost, lost};
}

void require_changed(const Installed& installed, const std::string& old, const std::set<Bytes>& before) {
  const auto now = installed.loaded();
  CHECK(now.seal != old);
  const auto store = installed.database.open();
  const auto with_new = opened_with(*store, now.seal), with_old = opened_with(*store, old);
  CHECK(with_new.first > 40);
  CHECK(with_new.second == 0);
  CHECK(with_old.first == 0);
  const auto after = all_tags(*store);
  CHECK(after.size() == before.size());
  CHECK(std::ranges::none_of(after, [&](const Bytes& tag) { return before.contains(tag); }));
  for (const auto& entry :
       store->read([](store::Reader& reader) { return entries::tagged_entries(reader, EntryId{}, 100); })) {
    const auto identity = entries::open_identity(now, {entry.id, entry.identity_sealed});
    CHECK(tags(*store, "select owner_tag from entry where id = " + std::to_string(entry.id.value)) ==
          std::set<Bytes>{entries::owner_tag(now, identity.owner)});
  }
  CHECK(installed.run({"check"}) == 0);
  CHECK(installed.run({"ledger", "verify"}) == 0);
  CHECK(installed.run({"ledger", "verify", "--deep"}) == 0);
}

}  // namespace

TEST_CASE("With another key all opens that was sealed, and the old one opens nothing") {
  for (auto& database : test::empty_databases()) {
    INFO(database.name());
    const Installed installed(database);
    const auto old = installed.loaded();
    const auto before = all_tags(*database.open());
    REQUIRE(installed.run({"key", "rotate"}) == 0);
    require_changed(installed, old.seal, before);
    CHECK(installed.loaded().signing_seed == old.signing_seed);
    // The old key in the place of the new one is refused.
    fs::remove(installed.keys / "seal.key");
    test::put_dump_keys(installed.keys);
    CHECK(installed.run({"check"}) == 1);
  }
}

TEST_CASE("A change of the key that was cut off goes on, and nothing else runs before it is done") {
  const auto steps = app::all_sealed_columns().size();
  for (const std::size_t done : {std::size_t{0}, steps / 2, steps}) {
    for (auto& database : test::empty_databases()) {
      INFO(database.name() << ", cut off after " << done);
      const Installed installed(database);
      const auto old = installed.loaded().seal;
      const auto before = all_tags(*database.open());
      const auto next = app::begin_key_change(installed.keys);
      for (std::size_t i = 0; i < done; ++i)
        store::reseal(*database.open(), app::all_sealed_columns()[i], {old, next});
      CHECK(installed.run({"check"}) == 1);
      REQUIRE(installed.run({"key", "rotate"}) == 0);
      CHECK(installed.loaded().seal == next);
      require_changed(installed, old, before);
    }
  }
}

TEST_CASE("Rows are not told anew because somebody wrote into the database that they are to be") {
  for (auto& database : test::empty_databases()) {
    INFO(database.name());
    const Installed installed(database);
    CHECK(installed.run({"ledger", "verify", "--deep"}) == 0);
    const auto bend = [&](const std::string& sql) {
      installed.database.open()->write([&](store::Tx& tx) {
        tx.exec(sql, {});
        tx.exec("insert into upgrade_step (name) values ('tell_rows')", {});
      });
      CHECK(installed.run({"check"}) == 0);
      CHECK(installed.run({"ledger", "verify", "--deep"}) == 1);
    };
    bend("update entry set title = 'Tên khác' where id = (select min(id) from entry where version > 0)");
    bend("delete from ledger_opening where name = 'rows'");
  }
}

TEST_CASE("Keys that are in use are not changed") {
  auto databases = test::empty_databases();
  const Installed installed(databases.front());  // the keys are files, whatever the database
  const auto old = installed.loaded().seal;
  {
    const app::KeysHold hold(installed.keys, app::KeysHold::How::in_use);
    CHECK(installed.run({"key", "rotate"}) == 1);
    CHECK(installed.loaded().seal == old);
  }
  {
    const app::KeysHold hold(installed.keys, app::KeysHold::How::alone);
    CHECK(installed.run({"check"}) == 1);
  }
  CHECK(installed.run({"check"}) == 0);
}

TEST_CASE("Every sealed column is known to a change of the key") {
  // Columns are asked for as SQLite tells them; both engines have the same.
  for (auto& database : test::test_databases()) {
    if (!database.is_sqlite()) continue;
    std::set<std::string> known{
        "installation_key.check_sealed",   // the last of a change
        "entry_file.original_sealed",      // under the contest's data key
        "unsealed_opening.value_sealed"};  // of a database whose upgrade is not done: a change does that first
    for (const auto& column : app::all_sealed_columns()) known.insert(column.table + "." + column.column);
    database.open()->read([&](store::Reader& reader) {
      reader.each(R"(select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c
where m.type = 'table' and c.name like '%sealed')",
                  {}, [&](const store::Row& row) {
                    INFO(row.text(0) << "." << row.text(1));
                    CHECK(known.contains(row.text(0) + "." + row.text(1)));
                  });
    });
  }
}
