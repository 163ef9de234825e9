// Backups come back byte for byte, open with ordinary tools, and are refused when anything in them was
// changed. On SQLite alone: a server is backed up with its own tools, and the program says so
// (store/backup_test).
#include "guong/app/backup.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>

#include "guong/accounts/account.h"
#include "guong/accounts/session.h"
#include "guong/api/use_case_context.h"
#include "guong/app/upgrade.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/ledger/record.h"
#include "guong/store/log.h"
#include "guong/store/signed_head.h"
#include "support/blobs.h"
#include "support/databases.h"

namespace {
/// How many bytes of each file were on the disk when it was last flushed, and those of every renamed file: a
/// power loss keeps no more.
std::map<std::string, std::int64_t> flushed;
std::map<std::string, std::int64_t> kept_of_renamed;
}  // namespace

// These stand in for the C library's in this program.
extern "C" int fsync(int descriptor) {
  char path[4096];
  const auto length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
  if (length > 0)
    flushed[std::string(path, static_cast<std::size_t>(length))] = ::lseek(descriptor, 0, SEEK_CUR);
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}
extern "C" int rename(const char* from, const char* to) noexcept {
  kept_of_renamed[to] = flushed[from];
  return static_cast<int>(::syscall(SYS_rename, from, to));
}

using namespace guong;
using namespace guong::app;
using guong::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// A data folder with a database and three files: empty, of odd length, of several pieces.
struct Installation {
  explicit Installation(const test::BlobsKind& kind = test::kBlobsKinds[0])
      : own_blobs((fs::create_directories(data), kind.make(data / "blobs"))), blobs(*own_blobs) {
    store = store::Store::open((data / "guong.db").string());
    store->write([](store::Tx& tx) {
      tx.exec(
          "insert into unit (id, code, type, name, short_name, folded) values (1, 'QN', 'city', 'Quy Nhơn', "
          "'QN', 'quy nhon')");
    });
    for (const auto& text : {std::string(), std::string("tác phẩm"), std::string(3'000'001, 'x')})
      files.push_back(blobs.put(text));
  }
  TemporaryFolder home;
  fs::path data = home.path() / "data", file = home.path() / "copy.tar", restored = home.path() / "restored";
  std::unique_ptr<store::Blobs> own_blobs;
  store::Blobs& blobs;
  std::unique_ptr<store::Store> store;
  std::vector<Digest> files;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class F>
std::string refusal(F f) {
  try {
    f();
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

}  // namespace

TEST_CASE("What was backed up is restored byte for byte, wherever the files lay") {
  for (const auto& kind : test::kBlobsKinds) {
    INFO(kind.name);
    Installation from(kind);
    const auto saved = backup(*from.store, from.blobs, from.file);
    CHECK(saved.blobs == 3);
    const auto back = restore(from.file, from.restored);
    CHECK(back.blobs == 3);
    CHECK(back.bytes == saved.bytes);
    const store::FolderBlobs after(from.restored / "blobs");
    for (const auto& file : from.files)
      CHECK((test::read_whole(*after.open(file)) == test::read_whole(*from.blobs.open(file))));
    const auto store = store::Store::open((from.restored / "guong.db").string());
    const auto name = store->read([](store::Reader& reader) {
      return reader.one("select name from unit where id = 1", {},
                        [](const store::Row& row) { return row.text(0); });
    });
    CHECK(name == "Quy Nhơn");
  }
}

TEST_CASE("A backup opens with tar and checks with sha256sum, and is for its owner only") {
  Installation from;
  backup(*from.store, from.blobs, from.file);
  CHECK((fs::status(from.file).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  const auto at = from.home.path().string();
  CHECK(std::system(("tar -C " + at + " -xf " + from.file.string() + " && cd " + at +
                     "/guong-backup-1 && sha256sum --quiet -c SHA256SUMS")
                        .c_str()) == 0);
}

TEST_CASE("A backup leaves nothing beside its file, and replaces none") {
  Installation from;
  backup(*from.store, from.blobs, from.file);
  CHECK(refusal([&] { backup(*from.store, from.blobs, from.file); }) == "app.file_exists");
  CHECK(refusal([&] { backup(*from.store, from.blobs, from.home.path() / "no" / "such.tar"); }) ==
        "app.cannot_write");
  std::vector<std::string> names;
  for (const auto& item : fs::directory_iterator(from.home.path()))
    names.push_back(item.path().filename().string());
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"copy.tar", "data"});
}

TEST_CASE("A backup has its name only when all of it is on the disk") {
  Installation from;
  backup(*from.store, from.blobs, from.file);
  CHECK(kept_of_renamed.at(from.file.string()) == static_cast<std::int64_t>(fs::file_size(from.file)));
  CHECK(flushed.contains(from.home.path().string()));
}

TEST_CASE("A backup that was killed half way is made when it is asked for again") {
  Installation from;
  for (const char* left : {".part", ".db", ".db.partial"})
    std::ofstream(from.file.string() + left) << std::string(100'000, 'x');
  CHECK(backup(*from.store, from.blobs, from.file).blobs == 3);
  CHECK(restore(from.file, from.restored).blobs == 3);
  for (const char* left : {".part", ".db", ".db.partial"}) CHECK_FALSE(fs::exists(from.file.string() + left));
}

TEST_CASE("A backup that another program is making is left to it") {
  Installation from;
  const auto part = from.file.string() + ".part";
  std::ofstream(part) << "begun";
  const int writer = ::open(part.c_str(), O_WRONLY | O_CLOEXEC);
  REQUIRE(::flock(writer, LOCK_EX) == 0);
  CHECK(refusal([&] { backup(*from.store, from.blobs, from.file); }) == "app.being_written");
  CHECK(bytes_of(part) == "begun");
  ::close(writer);
  CHECK(refusal([&] { backup(*from.store, from.blobs, from.file); }) == "");
}

TEST_CASE("A file gone bad on disk is found when it is backed up") {
  Installation from;
  const auto hex = to_hex(as_text(from.files[1]));
  const auto blob = from.data / "blobs" / "objects" / hex.substr(0, 2) / hex.substr(2);
  fs::permissions(blob, fs::perms::owner_write, fs::perm_options::add);
  std::ofstream(blob, std::ios::binary) << "tác phấm";
  CHECK(refusal([&] { backup(*from.store, from.blobs, from.file); }) == "app.blob_damaged");
  CHECK_FALSE(fs::exists(from.file));
}

TEST_CASE("A backup that is cut or changed anywhere restores nothing") {
  Installation from;
  backup(*from.store, from.blobs, from.file);
  const auto whole = bytes_of(from.file);
  const auto cut = from.home.path() / "cut.tar";
  const auto tried = [&](std::string bytes) {
    std::ofstream(cut, std::ios::binary | std::ios::trunc) << bytes;
    auto key = refusal([&] { restore(cut, from.restored); });
    CHECK_FALSE(fs::exists(from.restored / "guong.db"));
    CHECK_FALSE(fs::exists(from.restored / "blobs"));
    return key;
  };
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{511}, std::size_t{1024}, whole.size() / 2, whole.size() - 1024}) {
    INFO(length);
    CHECK(tried(whole.substr(0, length)) == "app.backup_damaged");
  }
  for (const std::size_t at : {std::size_t{20}, std::size_t{600}, std::size_t{5000}, whole.size() - 5000}) {
    INFO(at);
    auto changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK(tried(changed) == "app.backup_damaged");
  }
}

TEST_CASE("A backup is restored only where nothing but keys is") {
  Installation from;
  backup(*from.store, from.blobs, from.file);
  CHECK(refusal([&] { restore(from.file, from.data); }) == "app.restore_not_empty");
  CHECK(refusal([&] { restore(from.home.path() / "none.tar", from.restored); }) == "app.cannot_read");
  fs::create_directories(from.restored / "keys");
  CHECK(refusal([&] { restore(from.file, from.restored); }) == "");
}

TEST_CASE("A restore ends every session and leaves its mark in the ledger") {
  Installation from;
  const api::Keys keys{std::string(32, 'k'), std::string(32, 's'), "guong.example/ledger"};
  from.store->write([&](store::Tx& tx) {
    const auto id = accounts::create_account(
        tx, system_random(), Timestamp{1},
        {*accounts::parse_identifier("lan@vidu.vn"), "Lan", "x", Lang::vi, std::nullopt});
    accounts::open_session(tx, system_random(), system_now(), id, "", "");
    store::append_record(tx, system_random(), keys.seal,
                         {"entry.submitted", Timestamp{1}, std::nullopt, {}, {{"actor", "1"}}});
    store::sign_head(tx, Timestamp{2}, keys.head_signer());
  });
  backup(*from.store, from.blobs, from.file);
  restore(from.file, from.restored);
  const auto store = store::Store::open((from.restored / "guong.db").string());
  const auto blobs = test::folder_blobs(from.restored / "blobs");
  for (int start = 0; start < 2; ++start) make_ready(*store, *blobs, keys);
  store->read([&](store::Reader& reader) {
    CHECK(reader.number("select count(*) from session") == 0);
    CHECK(reader.number("select count(*) from account") == 1);
    const auto last = reader.one("select record from ledger_record order by seq desc limit 1", {},
                                 [](const store::Row& row) { return row.text(0); });
    const auto record = ledger::parse_record(*last).value();
    CHECK(record.seq == 1);
    CHECK(record.kind == "installation.restored");
    CHECK(record.data == std::map<std::string, std::string>{{"records", "1"}});
    CHECK_FALSE(
        store::verify_log(reader, keys.origin, as_text(ed25519_public_key(keys.signing_seed))).has_value());
  });
}

TEST_CASE("An archive without a database restores nothing") {
  Installation from;
  backup(*from.store, from.blobs, from.file);
  const auto bare = from.home.path() / "bare.tar";
  const auto at = from.home.path().string();
  REQUIRE(std::system(
              ("cd " + at + " && tar -xf " + from.file.string() +
               " && cd guong-backup-1 && sed -i /guong.db/d SHA256SUMS && cd .. && tar --format=ustar -cf " +
               bare.string() + " guong-backup-1/SHA256SUMS $(find guong-backup-1/blobs -type f)")
                  .c_str()) == 0);
  CHECK(refusal([&] { restore(bare, from.restored); }) == "app.backup_without_database");
  CHECK_FALSE(fs::exists(from.restored / "blobs"));
}
