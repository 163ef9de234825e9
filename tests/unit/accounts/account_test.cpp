// Identifiers, names, passwords and the lengths of locks.
#include <catch2/catch.hpp>

#include "accounts/limiter.h"
#include "guong/accounts/account.h"

using namespace guong;
using namespace guong::accounts;

TEST_CASE("An identifier has one form, however it is typed") {
  struct Row {
    std::string typed, normal;
  };
  const Row rows[] = {
      {" Lan.Nguyen@ViDu.VN ", "lan.nguyen@vidu.vn"},
      {"0905123456", "0905123456"},
      {"0905 123 456", "0905123456"},
      {"0905.123.456", "0905123456"},
      {"+84 905 123 456", "0905123456"},
      {"84905123456", "0905123456"},
      {"(0256) 3822-123", "02563822123"},
  };
  for (const auto& row : rows) {
    INFO(row.typed);
    const auto identifier = parse_identifier(row.typed);
    REQUIRE(identifier);
    CHECK(identifier->text == row.normal);
  }
}

TEST_CASE("What is neither an address nor a number is no identifier") {
  for (const std::string typed : {"", "lan", "@vidu.vn", "lan@", "lan@vidu", "lan@-vidu.vn", "lan@vidu..vn",
                                  "a b@vidu.vn", ".lan@vidu.vn", "lan@vidu.vn@vidu.vn", "090512345",
                                  "1905123456", "+1 905 123 4567", "0905x123456", "lan@v\u00eddu.vn"}) {
    INFO(typed);
    CHECK_FALSE(parse_identifier(typed));
  }
  CHECK_FALSE(parse_identifier(std::string(250, 'a') + "@vidu.vn"));
}

TEST_CASE("A name is cleaned and has a letter in it") {
  CHECK(clean_name("  Nguyễn \t Thị\n Lan ") == "Nguyễn Thị Lan");
  CHECK(clean_name("Đ") == "Đ");
  CHECK(clean_name("123 !") == "");
}

TEST_CASE("A password is 10 to 128 characters and not the identifier") {
  const Identifier own[] = {*parse_identifier("lan.nguyen@vidu.vn"), *parse_identifier("0905123456")};
  const auto key = [&](const std::string& password) {
    const auto faults = password_faults(password, own, "/password");
    return faults.empty() ? "" : faults[0].key;
  };
  CHECK(key("mật khẩu rất dài") == "");
  CHECK(key("ngắn quá") == "accounts.password_too_short");
  CHECK(key("đđđđđđđđđ") == "accounts.password_too_short");  // 9 characters, 18 bytes
  CHECK(key(std::string(129, 'x')) == "accounts.password_too_long");
  CHECK(key("Lan.Nguyen@ViDu.vn") == "accounts.password_is_identifier");
  CHECK(key("+84 905 123 456") == "accounts.password_is_identifier");
}

TEST_CASE("Locks double from the last free attempt up to an hour") {
  CHECK(lock_after(kSignInHere, 4) == Duration{});
  CHECK(lock_after(kSignInHere, 5) == seconds(30));
  CHECK(lock_after(kSignInHere, 6) == seconds(60));
  CHECK(lock_after(kSignInHere, 11) == seconds(30 * 64));
  CHECK(lock_after(kSignInHere, 1'000'000) == hours(1));
}
