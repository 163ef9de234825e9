// Key files: made once, private, never beside existing data.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "guong/app/keys.h"
#include "guong/base/error.h"
#include "support/databases.h"

using namespace guong;
using namespace guong::app;
namespace fs = std::filesystem;

namespace {

std::string refusal(const fs::path& folder, bool may_create) {
  try {
    load_keys(folder, "guong.vn/ledger", may_create);
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

}  // namespace

TEST_CASE("Keys are made once, for the owner only, and read from then on") {
  const test::TemporaryFolder home;
  const auto folder = home.path() / "keys";
  const auto made = load_keys(folder, "guong.vn/ledger", true);
  CHECK(made.seal.size() == 32);
  CHECK(made.signing_seed.size() == 32);
  CHECK(made.seal != made.signing_seed);
  CHECK(made.origin == "guong.vn/ledger");
  for (const std::string name : {"seal.key", "signing.key"})
    CHECK((fs::status(folder / name).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
  const auto read = load_keys(folder, "other.vn/ledger", false);
  CHECK(read.seal == made.seal);
  CHECK(read.signing_seed == made.signing_seed);
  CHECK(read.origin == "guong.vn/ledger");  // checkpoints carry it
}

TEST_CASE("A key is never made where data exist already") {
  const test::TemporaryFolder home;
  CHECK(refusal(home.path(), false) == "app.key_missing");
  CHECK(fs::is_empty(home.path()));
}

TEST_CASE("A key that others can read, or that is cut, is refused") {
  const test::TemporaryFolder home;
  load_keys(home.path(), "guong.vn/ledger", true);
  for (const auto perms : {fs::perms::group_read, fs::perms::others_read, fs::perms::others_write}) {
    fs::permissions(home.path() / "seal.key", perms, fs::perm_options::add);
    CHECK(refusal(home.path(), true) == "app.key_open_to_others");
    fs::permissions(home.path() / "seal.key", perms, fs::perm_options::remove);
  }
  CHECK(refusal(home.path(), true) == "");
  fs::resize_file(home.path() / "signing.key", 10);
  CHECK(refusal(home.path(), true) == "app.key_malformed");
}

TEST_CASE("The ledger has no name for good before somebody settles it") {
  const test::TemporaryFolder home;
  CHECK(load_keys(home.path(), "localhost/ledger", true, LedgerName::look).origin == "localhost/ledger");
  CHECK_FALSE(ledger_is_named(home.path()));
  CHECK(load_keys(home.path(), "guong.vn/ledger", false, LedgerName::settle).origin == "guong.vn/ledger");
  CHECK(ledger_is_named(home.path()));
  CHECK(load_keys(home.path(), "other.vn/ledger", false, LedgerName::settle).origin == "guong.vn/ledger");
  CHECK(load_keys(home.path(), "other.vn/ledger", false, LedgerName::look).origin == "guong.vn/ledger");
}
