// The commands through the same entry as main(): exit codes, output, what they change.
#include "guong/app/commands.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "app/command.h"
#include "guong/accounts/account.h"
#include "guong/app/keys.h"
#include "guong/app/service.h"
#include "guong/base/crypto.h"
#include "support/databases.h"

using namespace guong;
using namespace guong::app;

namespace {

/// An installation's folder and its database, on which the commands are run.
struct Folder {
  explicit Folder(const test::TestDatabase& made) : database(made) { set_password("một mật khẩu dài"); }
  void set_password(const std::string& password) const { std::ofstream(secret) << password << "\n"; }
  int run(std::vector<std::string> words) const {
    words.push_back("--data=" + data.string());
    words.push_back("--database=" + database.url());
    return run_command(words);
  }
  int make_admin(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"admin", "create", "qt@vidu.vn", "--password-file", secret};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  bool opens(const std::string& password) const {
    return database.open()->read([&](store::Reader& reader) {
      const auto hash = reader.one("select password_hash from account where email = 'qt@vidu.vn'", {},
                                   [](const store::Row& row) { return row.text(0); });
      return hash && password_matches(*hash, password);
    });
  }
  const test::TestDatabase& database;
  std::filesystem::path data = database.folder() / "data";
  std::string secret = (database.folder() / "password").string();
};

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

TEST_CASE("A command that is not understood ends with 2, one that is refused with 1") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const Folder folder(database);
    CHECK(folder.run({"nope"}) == 2);
    CHECK(folder.run({"admin", "create"}) == 2);
    CHECK(folder.run({"backup", "a", "b"}) == 2);
    CHECK(folder.run({"config", "--colour"}) == 2);
    CHECK(run_command({"config", "--port"}) == 2);
    CHECK(folder.run({"config", "--port=x"}) == 1);
    CHECK(folder.run({"admin", "create", "qt", "--password-file", folder.secret}) == 1);
    CHECK(folder.run({"config"}) == 0);
    CHECK(run_command({"--help"}) == 0);
    CHECK(run_command({"--version"}) == 0);
  }
}

TEST_CASE("The first administrator is made on the command line, and anew only when asked to") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const Folder folder(database);
    REQUIRE(folder.make_admin() == 0);
    CHECK(folder.opens("một mật khẩu dài"));
    folder.set_password("một mật khẩu khác");
    CHECK(folder.make_admin() == 1);
    CHECK(folder.opens("một mật khẩu dài"));
    CHECK(folder.make_admin({"--reset"}) == 0);
    CHECK(folder.opens("một mật khẩu khác"));
    folder.set_password("ngắn");
    CHECK(folder.make_admin({"--reset"}) == 1);
    CHECK(folder.run({"ledger", "verify"}) == 0);
    CHECK(folder.run({"check"}) == 0);
  }
}

TEST_CASE("A ledger that was changed is named broken") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const Folder folder(database);
    REQUIRE(folder.make_admin() == 0);
    database.open()->write([](store::Tx& tx) {
      tx.exec("update ledger_record set record = replace(record, 'administrator', 'inspector')");
    });
    CHECK(folder.run({"ledger", "verify"}) == 1);
  }
}

TEST_CASE("The service does not start without the keys that its data were sealed with") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const Folder folder(database);
    REQUIRE(folder.make_admin() == 0);
    std::filesystem::remove_all(folder.data / "keys");
    CHECK(folder.run({"ledger", "verify"}) == 1);
    CHECK(folder.make_admin({"--reset"}) == 1);
  }
}

TEST_CASE("Nothing runs with another key than the one that the data were made with, and nothing is written") {
  const auto [file, refusal] = GENERATE(table<std::string, std::string>(
      {{"seal.key", "app.seal_key_wrong"}, {"signing.key", "app.signing_key_wrong"}}));
  for (auto& database : test::test_databases()) {
    INFO(file << " on " << database.name());
    const Folder folder(database);
    REQUIRE(folder.make_admin() == 0);
    const auto key = folder.data / "keys" / file;
    std::filesystem::copy(key, database.folder() / file);
    std::ofstream(key) << std::string(64, '7') << "\n";
    const auto size = [&] {
      return database.open()->read(
          [](store::Reader& reader) { return reader.number("select count(*) from ledger_record"); });
    };
    const auto before = size();
    CHECK(folder.make_admin({"--reset"}) == 1);
    CHECK(folder.run({"ledger", "verify"}) == 1);
    CHECK(folder.run({"demo"}) == 1);
    CHECK(folder.run({"check"}) == 1);
    ServiceOptions options;
    options.database = database.url();
    options.data = folder.data;
    options.keys = load_keys(folder.data / "keys", "", false);
    CHECK(refusal_of([&] { const Service service(options); }) == refusal);
    CHECK(size() == before);
    std::filesystem::copy(database.folder() / file, key, std::filesystem::copy_options::overwrite_existing);
    CHECK(folder.make_admin({"--reset"}) == 0);
  }
}

TEST_CASE("A key that is gone before anything was recorded is not made anew") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const Folder folder(database);
    REQUIRE(folder.run({"check"}) == 0);
    std::filesystem::remove_all(folder.data / "keys");
    CHECK(folder.make_admin() == 1);
  }
}

TEST_CASE(
    "The commands before the first service leave the ledger unnamed, and its key is not told until it has a "
    "name") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const Folder folder(database);
    CHECK(folder.run({"check"}) == 0);
    CHECK_FALSE(ledger_is_named(folder.data / "keys"));
    CHECK(folder.run({"ledger", "key"}) == 1);
    CHECK(folder.run({"demo", "--base-url=https://guong.vidu.vn"}) == 0);
    CHECK(load_keys(folder.data / "keys", "", false).origin == "guong.vidu.vn/ledger");
    CHECK(folder.run({"ledger", "key"}) == 0);
    CHECK(folder.run({"ledger", "verify"}) == 0);
    CHECK(folder.run({"config", "--ledger-name=so cai"}) == 1);
  }
}

TEST_CASE("Every command has a line of help in both languages") {
  for (const auto& command : commands()) {
    INFO(command.name);
    CHECK(has_message(command.key));
  }
}
