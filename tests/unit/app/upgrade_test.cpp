// Databases as released versions left them (tests/dumps, on each engine) open in this one: the migrations run
// over their rows, and what must hold of every database then holds of them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "entries/original_file.h"
#include "guong/app/commands.h"
#include "guong/app/keys.h"
#include "guong/app/upgrade.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/sealed_bytes.h"
#include "guong/ledger/record.h"
#include "guong/store/openings.h"
#include "guong/store/store.h"
#include "store/engine.h"
#include "support/blobs.h"
#include "support/databases.h"
#include "support/dumps.h"

using namespace guong;

namespace {

namespace fs = std::filesystem;
using test::kDumps;
using test::text_of;

/// The released versions that have a dump.
std::vector<std::string> released() {
  const std::string ending = ".sqlite.sql";
  std::vector<std::string> out;
  for (const auto& item : fs::directory_iterator(kDumps)) {
    const auto name = item.path().filename().string();
    if (name.ends_with(ending)) out.push_back(name.substr(0, name.size() - ending.size()));
  }
  return out;
}

/// Files of an entry, one in each state of its rendition, and an upload that is under way: the contests of
/// the dumps have none. As they stood while a rendition was columns of its file, so up to v0.2.0.
void add_files(const test::TestDatabase& database) {
  store::open_engine(database.url())
      ->write(
          [](store::Session& session) {
            const auto entry = *session.one("select min(id) from entry", {},
                                            [](const store::Row& row) { return row.i64(0); });
            const auto file = [&](int id, const char* state) {
              session.exec(
                  R"(insert into entry_file (id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256,
  rendition_state) values ($1, $2, $1, 'photo', $3, 'png', 'image/png', 10, $3, $4))",
                  {id, entry, Bytes{2}, state});
            };
            file(1, "waiting");
            file(2, "failed");
            file(3, "ready");
            session.exec(
                R"(update entry_file set rendition_sha256 = $1, rendition_size = 9, rendition_type = 'image/jpeg' where id = 3)",
                {Bytes{4}});
            session.exec(
                R"(insert into upload (id, owner_tag, entry_id, purpose, name_sealed, length, created_at, expires_at)
values (9, $1, $2, 'photo', $1, 5, 1, 2))",
                {Bytes{1}, entry});
          },
          0);
}

/// What a judge declared: the judges of the dumps declared nothing. As it stood while an interest was called a tie, so
/// up to v0.2.0.
void add_interest(const test::TestDatabase& database) {
  store::open_engine(database.url())
      ->write(
          [](store::Session& session) {
            session.exec(
                R"(insert into judge_tie (id, contest_id, account_id, kind, value_sealed, declared_at)
select 11, contest_id, account_id, 'relative', $1, accepted_at from judge_terms order by account_id limit 1)",
                {Bytes{6}});
          },
          0);
}

/// "FILE STATE SHA256 SIZE TYPE" of what was made of each file.
std::vector<std::string> renditions(store::Reader& reader) {
  return reader.all(
      R"(select file_id, state, sha256, size, media_type from entry_rendition order by file_id)", {},
      [](const store::Row& row) {
        return std::to_string(row.i64(0)) + " " + row.text(1) + " " +
               (row.null(2) ? "" : std::to_string(row.blob(2).front())) + " " +
               std::to_string(row.opt_i64(3).value_or(0)) + " " + row.opt_text(4).value_or("");
      });
}

/// The program's own command on the database, with the keys that the dumps were made with.
int run(const test::TestDatabase& database, std::vector<std::string> words) {
  const auto data = database.folder() / "data";
  fs::create_directories(data);
  test::put_dump_keys(data / "keys");
  words.push_back("--data=" + data.string());
  words.push_back("--database=" + database.url());
  return app::run_command(words);
}

template <class F>
std::string refusal_of(F f) {
  try {
    f();
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

}  // namespace

TEST_CASE("Every release has its databases kept, to be upgraded") {
  const auto versions = released();
  for (const std::string version : {"v0.1.0", "v0.2.0"}) {
    INFO(version);
    CHECK(std::ranges::find(versions, version) != versions.end());
  }
}

TEST_CASE("The database of a released version is brought up to date with all that is in it") {
  for (const auto& version : released()) {
    for (auto& database : test::empty_databases()) {
      INFO(version << " on " << database.name());
      test::load_dump(database, version);
      const auto store = database.open();
      store->read([](store::Reader& reader) {
        CHECK(reader.number("select count(*) from contest where state = 'published'") == 1);
        CHECK(reader.number("select count(*) from entry") == 3);
        CHECK(reader.number("select count(*) from card") == 6);
        CHECK(reader.number("select count(*) from result where state = 'published'") == 1);
      });
      CHECK(run(database, {"check"}) == 0);
      CHECK(run(database, {"ledger", "verify"}) == 0);
      CHECK(run(database, {"ledger", "verify", "--deep"}) == 0);
    }
  }
}

TEST_CASE("Files, what was made of them, and an upload under way outlive an upgrade") {
  for (const std::string version : {"v0.1.0", "v0.2.0"}) {
    for (auto& database : test::empty_databases()) {
      INFO(version << " on " << database.name());
      test::load_dump(database, version);
      add_files(database);
      database.open()->read([](store::Reader& reader) {
        CHECK(reader.number("select count(*) from entry_file where size = 10") == 3);
        CHECK(renditions(reader) == std::vector<std::string>{"2 failed  0 ", "3 ready 4 9 image/jpeg"});
        CHECK(reader.number("select count(*) from upload u join entry e on e.id = u.target_id "
                            "where u.id = 9 and u.length = 5") == 1);
      });
      CHECK(run(database, {"check"}) == 0);
    }
  }
}

TEST_CASE("What a judge declared outlives an upgrade, sealed as it was") {
  for (const std::string version : {"v0.1.0", "v0.2.0"}) {
    for (auto& database : test::empty_databases()) {
      INFO(version << " on " << database.name());
      test::load_dump(database, version);
      add_interest(database);
      const auto sealed = database.open()->read([](store::Reader& reader) {
        return reader.one(R"(select i.value_sealed
from judge_interest i
join judge_terms t on t.contest_id = i.contest_id and t.account_id = i.account_id
where i.id = 11 and i.kind = 'relative' and i.declared_at = t.accepted_at)",
                          {}, [](const store::Row& row) { return row.blob(0); });
      });
      CHECK(sealed == Bytes{6});
    }
  }
}

TEST_CASE(
    "Salts that lay in clear are sealed by the first command that has the keys, and gone from the file") {
  for (const auto& version : released()) {
    for (auto& database : test::empty_databases()) {
      INFO(version << " on " << database.name());
      test::load_dump(database, version);
      const auto salts = database.open()->read([](store::Reader& reader) {
        return reader.all("select salt from unsealed_opening", {},
                          [](const store::Row& row) { return std::string(as_text(row.blob(0))); });
      });
      REQUIRE(salts.size() > 20);
      CHECK(run(database, {"check"}) == 0);
      const auto store = database.open();
      const auto keys = app::load_keys(database.folder() / "data" / "keys", "", false);
      store->read([&](store::Reader& reader) {
        CHECK(reader.number("select count(*) from unsealed_opening") == 0);
        // Without those by which the upgrade tells of the rows.
        CHECK(reader.number("select count(*) from ledger_opening o join ledger_record r on r.seq = o.seq "
                            "where r.kind not like '%.rows_told'") ==
              static_cast<std::int64_t>(salts.size()));
        reader.each("select seq, record from ledger_record", {}, [&](const store::Row& row) {
          const auto record = ledger::parse_record(row.text(1)).value();
          for (const auto& [name, opening] : store::find_openings(reader, keys.seal, row.i64(0)))
            CHECK((opening && ledger::commitment(*opening) == record.commitments.at(name)));
        });
      });
      if (!database.is_sqlite()) continue;
      for (const char* ending : {"", "-wal"}) {
        const auto bytes = text_of(database.url() + ending);
        CHECK(std::ranges::none_of(
            salts, [&](const std::string& salt) { return bytes.find(salt) != std::string::npos; }));
      }
    }
  }
}

TEST_CASE("An upgrade with another seal.key is refused and changes nothing") {
  for (auto& database : test::empty_databases()) {
    INFO(database.name());
    test::load_dump(database, "v0.2.0");
    REQUIRE(run(database, {"config"}) == 0);  // puts the keys there
    const auto key = database.folder() / "data" / "keys" / "seal.key";
    std::ofstream(key) << std::string(64, 'a') << "\n";
    const auto store = database.open();
    CHECK(refusal_of([&] {
            app::make_ready(*store, *test::memory_blobs({}), app::load_keys(key.parent_path(), "", false));
          }) == "app.seal_key_wrong");
    CHECK(store->read([](store::Reader& reader) {
      return reader.number("select count(*) from ledger_opening");
    }) == 0);
    CHECK(run(database, {"check"}) == 0);
  }
}

TEST_CASE("Files and parts that lay open are sealed by the upgrade, and open as before") {
  for (auto& database : test::empty_databases()) {
    INFO(database.name());
    test::load_dump(database, "v0.2.0");
    const auto blobs = test::folder_blobs(database.folder() / "data" / "blobs");
    const std::string text(300'000, 'x');
    const auto digest = blobs->put(text);
    store::open_engine(database.url())
        ->write(
            [&](store::Session& session) {
              const auto entry = *session.one("select min(id) from entry", {},
                                              [](const store::Row& row) { return row.i64(0); });
              session.exec(
                  R"(insert into entry_file (id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256,
  rendition_state) values (1, $1, 1, 'photo', $2, 'png', 'image/png', 300000, $2, 'waiting'))",
                  {entry, digest});
              session.exec(
                  R"(insert into upload (id, owner_tag, entry_id, purpose, name_sealed, length, created_at, expires_at)
values (9, $1, $2, 'photo', $1, 5000, 1, 2))",
                  {digest, entry});
            },
            0);
    std::ofstream(blobs->temporary_folder() / "upload-9") << "the first bytes";
    CHECK(run(database, {"check"}) == 0);
    CHECK(run(database, {"check"}) == 0);
    const auto keys = app::load_keys(database.folder() / "data" / "keys", "", false);
    const auto store = database.open();
    const auto file =
        store->read([](store::Reader& reader) { return entries::find_file(reader, EntryFileId{1}).value(); });
    CHECK(as_text(file.blob) != as_text(digest));
    CHECK(entries::original_of(keys, file).sha256 == digest);
    CHECK((test::read_whole(*entries::original_bytes(*blobs, keys, file)) == text));
    CHECK(blobs->list().size() == 1);
    CHECK_FALSE(fs::exists(blobs->temporary_folder() / "upload-9"));
    const auto part = open_file_source(blobs->temporary_folder() / "part-9");
    const auto key_sealed = store->read([](store::Reader& reader) {
      return *reader.one("select key_sealed from upload where id = 9", {},
                         [](const store::Row& row) { return row.blob(0); });
    });
    const auto key = unseal(keys.seal, "upload_key/9", as_text(key_sealed));
    CHECK(test::read_whole(*open_sealed_part(part, key)) == "the first bytes");
  }
}
