// Forgotten passwords: links that work once, for a day.
#include <catch2/catch.hpp>

#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using nlohmann::json;

TEST_CASE("A forgotten password is set anew by a link that works once") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn");
    auto admin = w.person("Quản trị", "qt@vidu.vn");
    w.grant(admin, api::Role::administrator);
    Person stranger;
    const auto known = w.caller.post(stranger, "/api/password-resets", {{"identifier", "lan@vidu.vn"}});
    const auto unknown = w.caller.post(stranger, "/api/password-resets", {{"identifier", "ma@vidu.vn"}});
    CHECK(known.status == 202);
    CHECK(known.text == unknown.text);
    CHECK(w.caller.post(stranger, "/api/password-resets", {{"identifier", "lan@vidu.vn"}}).status == 202);

    const auto list = w.caller.get(admin, "/api/password-resets").json()["items"];
    REQUIRE(list.size() == 1);  // asked twice, and for one that does not exist
    CHECK(list[0]["account"]["name"] == "Lan");
    const auto path = "/api/password-resets/" + std::to_string(list[0]["id"].get<std::int64_t>()) + "/link";
    CHECK(w.caller.post(lan, path).status == 403);
    const auto before = w.ledger_size();
    const auto made = w.caller.post(admin, path);
    CHECK(made.status == 201);
    const auto link = made.json();
    CHECK(w.ledger_size() == before + 1);
    CHECK(link["link"] == "https://test.invalid/app/password-resets/" + link["token"].get<std::string>());

    const auto redeem = [&](const std::string& password) {
      return w.caller.post(stranger, "/api/password-resets/redeem",
                           {{"token", link["token"]}, {"password", password}});
    };
    CHECK(redeem("ngắn").status == 422);
    CHECK(redeem("một mật khẩu mới").status == 204);
    CHECK(redeem("một mật khẩu nữa").status == 404);
    CHECK(w.caller.get(lan, "/api/me").status == 401);  // signed out everywhere
    CHECK(w.sign_in(lan, "lan@vidu.vn", "một mật khẩu mới").status == 200);
    CHECK(w.caller.get(admin, "/api/password-resets").json()["items"].empty());
  }
}

TEST_CASE("A reset link ends after a day") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  w.person("Lan", "lan@vidu.vn");
  auto admin = w.person("Quản trị", "qt@vidu.vn");
  w.grant(admin, api::Role::administrator);
  Person stranger;
  w.caller.post(stranger, "/api/password-resets", {{"identifier", "lan@vidu.vn"}});
  const auto id = w.caller.get(admin, "/api/password-resets").json()["items"][0]["id"].get<std::int64_t>();
  const auto link = w.caller.post(admin, "/api/password-resets/" + std::to_string(id) + "/link").json();
  w.caller.now = w.caller.now + hours(25);
  CHECK(w.caller
            .post(stranger, "/api/password-resets/redeem",
                  {{"token", link["token"]}, {"password", "một mật khẩu mới"}})
            .status == 404);
}

TEST_CASE("Locked by a guesser, the owner comes in again by a reset") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  w.person("Lan", "lan@vidu.vn");
  auto admin = w.person("Quản trị", "qt@vidu.vn");
  w.grant(admin, api::Role::administrator);
  Person stranger;
  for (int i = 0; i < 5; ++i) w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu");
  REQUIRE(w.sign_in(stranger, "lan@vidu.vn", kPassword).status == 429);
  w.caller.post(stranger, "/api/password-resets", {{"identifier", "lan@vidu.vn"}});
  const auto id = w.caller.get(admin, "/api/password-resets").json()["items"][0]["id"].get<std::int64_t>();
  const auto link = w.caller.post(admin, "/api/password-resets/" + std::to_string(id) + "/link").json();
  w.caller.post(stranger, "/api/password-resets/redeem",
                {{"token", link["token"]}, {"password", "một mật khẩu mới"}});
  CHECK(w.sign_in(stranger, "lan@vidu.vn", "một mật khẩu mới").status == 200);
}
