// Failed jobs in the administrator's hands.
#include "app/installation.h"

#include <catch2/catch.hpp>
#include <fstream>

#include <sqlite3.h>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/folder_blobs.h"
#include "guong/store/jobs.h"
#include "support/blobs.h"
#include "support/caller.h"

using namespace guong;
using namespace guong::app;
namespace fs = std::filesystem;

namespace {

/// On SQLite alone, whose backups the program makes.
struct Place {
  test::TestDatabase database = test::TestDatabase::sqlite();
  std::unique_ptr<store::Store> store = database.open();
  api::Keys keys = test::test_keys();
  Timestamp now{1'780'000'000'000'000};

  template <class F>
  auto write(F f) {
    const api::UseCaseContext context{{}, now, system_random(), keys};
    return store->write([&](store::Tx& tx) { return f(tx, context); });
  }
  InstallationFigures figures() {
    return store->read(
        [&](store::Reader& reader) { return installation_figures(reader, *store, database.folder()); });
  }
};

}  // namespace

TEST_CASE(
    "A backup that is asked for is made once, into a folder that only its owner reads, and stands in the "
    "list") {
  Place place;
  const test::MemoryBlobs blobs;
  const auto name = place.write(
      [](store::Tx& tx, const api::UseCaseContext& context) { return ask_for_backup(tx, context); });
  CHECK(name == "guong-20260528T202640Z.tar");
  CHECK(place.figures().jobs.waiting == 1);
  int made = 0;
  store::JobRunner runner(*place.store,
                          {{std::string(kBackupJob),
                            [&](const std::string& file) {
                              ++made;
                              make_backup(*place.store, blobs, place.database.folder(), file);
                              make_backup(*place.store, blobs, place.database.folder(), file);
                            }}},
                          0);
  runner.run_due(place.now);
  CHECK(made == 1);
  const auto figures = place.figures();
  CHECK(figures.jobs.waiting == 0);
  REQUIRE(figures.backups.size() == 1);
  CHECK(figures.backups[0].name == name);
  CHECK(figures.backups[0].bytes > 1000);
  CHECK(fs::status(place.database.folder() / "backups").permissions() == fs::perms::owner_all);
}

TEST_CASE("A job that was given up is listed, and tried anew when the administrator says so") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    const auto keys = test::test_keys();
    const api::UseCaseContext context{{}, {1'780'000'000'000'000}, system_random(), keys};
    const auto job = store->write([&](store::Tx& tx) {
      const auto id = store::enqueue(tx, context.random, context.now, "rendition", "1");
      tx.exec("update job set state = 'failed', attempts = 8, error = 'no memory' where id = $1", {id});
      return id;
    });
    const auto failed = store->read(store::failed_jobs);
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].error == "no memory");
    store->write([&](store::Tx& tx) { retry_job(tx, context, job); });
    CHECK(store->read(store::failed_jobs).empty());
    CHECK_THROWS_AS(store->write([&](store::Tx& tx) { retry_job(tx, context, job); }), Error);
    int ran = 0;
    store::JobRunner runner(*store, {{"rendition", [&](const std::string&) { ++ran; }}}, 0);
    runner.run_due(context.now);
    CHECK(ran == 1);
    store->write([&](store::Tx& tx) { store::prune_jobs(tx, context.now + days(8)); });
    CHECK(store->read([](store::Reader& reader) { return reader.number("select count(*) from job"); }) == 0);
  }
}

TEST_CASE("Blobs that nothing names go a day after they were stored, and nothing else does") {
  Place place;
  store::FolderBlobs blobs(place.database.folder() / "blobs");
  const Digest named = blobs.put("named"), unnamed = blobs.put("unnamed");
  // A connection of its own knows no foreign keys: what the row belongs to does not matter here.
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(place.database.url().c_str(), &raw) == SQLITE_OK);
  const auto row =
      "insert into entry_file (id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256) "
      "values (1, 1, 1, 'work', x'00', 'png', 'image/png', 5, x'" +
      to_hex(as_text(named)) + "')";
  CHECK(sqlite3_exec(raw, row.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(raw);
  CHECK(collect_blobs(*place.store, blobs, system_now() + hours(23)) == 0);
  CHECK(collect_blobs(*place.store, blobs, system_now() + hours(25)) == 1);
  CHECK(blobs.list() == std::vector{named});
  CHECK_THROWS_AS(blobs.open(unnamed), Error);
}
