// Registering and signing in: nothing told about others, guessing slowed down, sessions ended.
#include <catch2/catch.hpp>

#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using http::Method;
using nlohmann::json;

TEST_CASE("Registering, signing in and out, on each database") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    Person lan;
    const json form = {
        {"identifier", "+84 905 123 456"}, {"name", " Nguyễn  Thị Lan "}, {"password", kPassword}};
    CHECK(w.caller.post(lan, "/api/accounts", form).status == 202);
    const auto in = w.sign_in(lan, "0905.123.456", kPassword);
    REQUIRE(in.status == 200);
    CHECK(in.json()["name"] == "Nguyễn Thị Lan");
    CHECK(in.json()["phone"] == "0905123456");
    CHECK(in.text.find("argon2") == std::string::npos);
    CHECK(in.header("Set-Cookie").find("; HttpOnly; SameSite=Lax") != std::string::npos);
    CHECK(in.header("Set-Cookie").find("Secure") == std::string::npos);
    CHECK(w.caller.get(lan, "/api/me").json()["roles"] == json::array());
    CHECK(w.caller.send(lan, Method::del, "/api/sessions/current").status == 204);
    CHECK(lan.cookie.empty());
    CHECK(w.caller.get(lan, "/api/me").status == 401);
  }
}

TEST_CASE("Registering tells nothing about who has an account") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  w.person("Lan", "lan@vidu.vn");
  Person stranger;
  const auto form = [](const std::string& email) {
    return json{{"identifier", email}, {"name", "Ai đó"}, {"password", "một mật khẩu khác"}};
  };
  const auto taken = w.caller.post(stranger, "/api/accounts", form("LAN@vidu.vn"));
  const auto free = w.caller.post(stranger, "/api/accounts", form("moi@vidu.vn"));
  CHECK(taken.status == 202);
  CHECK(taken.text == free.text);
  CHECK(taken.headers == free.headers);
  CHECK(w.sign_in(stranger, "lan@vidu.vn", "một mật khẩu khác").status == 401);  // nothing was overwritten
  CHECK(w.sign_in(stranger, "lan@vidu.vn", kPassword).json()["name"] == "Lan");
}

TEST_CASE("A registration form is answered with all its faults") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  Person stranger;
  const auto answer =
      w.caller.post(stranger, "/api/accounts",
                    {{"identifier", "lan"}, {"name", "123"}, {"password", "ngắn"}, {"role", "judge"}});
  REQUIRE(answer.status == 422);
  std::string keys;
  const auto body = answer.json();
  for (const auto& fault : body["faults"]) keys += fault["key"].get<std::string>() + " ";
  CHECK(keys ==
        "accounts.identifier_wrong accounts.name_wrong accounts.password_too_short api.unknown_field ");
}

TEST_CASE("Signing in tells nothing about who has an account") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  w.person("Lan", "lan@vidu.vn");
  Person stranger;
  const auto wrong = w.sign_in(stranger, "lan@vidu.vn", "không phải mật khẩu");
  const auto nobody = w.sign_in(stranger, "ma@vidu.vn", "không phải mật khẩu");
  const auto nonsense = w.sign_in(stranger, "xyz", "không phải mật khẩu");
  CHECK(wrong.status == 401);
  CHECK(wrong.text == nobody.text);
  CHECK(wrong.text == nonsense.text);
  CHECK(wrong.headers == nobody.headers);
}

TEST_CASE("Guessing a password locks the identifier, whether it exists or not, and then lets the owner in") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  w.person("Lan", "lan@vidu.vn");
  Person stranger, lan;
  lan.client = "192.0.2.9";
  for (const std::string email : {"lan@vidu.vn", "ma@vidu.vn"}) {
    INFO(email);
    for (int i = 0; i < 5; ++i) CHECK(w.sign_in(stranger, email, "đoán mật khẩu").status == 401);
    const auto locked = w.sign_in(lan, email, kPassword);
    CHECK(locked.status == 429);
    CHECK(locked.header("Retry-After") == "30");
  }
  w.caller.now = w.caller.now + seconds(31);
  CHECK(w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu").status == 401);
  CHECK(w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu").header("Retry-After") == "60");
  w.caller.now = w.caller.now + seconds(61);
  CHECK(w.sign_in(lan, "lan@vidu.vn", kPassword).status == 200);
  // count begins anew
  for (int i = 0; i < 5; ++i) CHECK(w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu").status == 401);
}

TEST_CASE("Trying many identifiers from one address locks the address") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  const auto lan = w.person("Lan", "lan@vidu.vn");
  Person robot, elsewhere;
  elsewhere.client = "192.0.2.77";
  // quick to refuse
  w.caller.store().write([&](store::Tx& tx) { tx.exec("update account set password_hash = 'x'"); });
  int refused = 0;
  for (int i = 0; i < 62; ++i)
    if (w.sign_in(robot, "so" + std::to_string(i) + "@vidu.vn", "đoán mật khẩu").status == 429) ++refused;
  CHECK(refused == 2);
  CHECK(w.sign_in(elsewhere, "khac@vidu.vn", "đoán mật khẩu").status == 401);
}

TEST_CASE("Sessions are listed to their owner, revoked one by one or all, and end") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  auto lan = w.person("Lan", "lan@vidu.vn");
  auto other = w.person("Minh", "minh@vidu.vn");
  Person phone;
  REQUIRE(w.sign_in(phone, "lan@vidu.vn", kPassword).status == 200);
  const auto list = w.caller.get(lan, "/api/sessions").json()["items"];
  REQUIRE(list.size() == 2);
  std::string phone_session;
  for (const auto& session : list)
    if (!session["current"].get<bool>()) phone_session = std::to_string(session["id"].get<std::int64_t>());
  CHECK(w.caller.send(other, Method::del, "/api/sessions/" + phone_session).status == 404);
  CHECK(w.caller.get(phone, "/api/me").status == 200);
  CHECK(w.caller.send(lan, Method::del, "/api/sessions/" + phone_session).status == 204);
  CHECK(w.caller.get(phone, "/api/me").status == 401);

  REQUIRE(w.sign_in(phone, "lan@vidu.vn", kPassword).status == 200);
  CHECK(w.caller.send(phone, Method::del, "/api/sessions").status == 204);
  CHECK(w.caller.get(lan, "/api/me").status == 401);
  CHECK(w.caller.get(other, "/api/me").status == 200);
  w.caller.now = w.caller.now + days(31);
  CHECK(w.caller.get(other, "/api/me").status == 401);
}

TEST_CASE("A cookie that is no session makes a stranger") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  Person forger{"forged-token"};
  CHECK(w.caller.get(forger, "/api/me").status == 401);
}

TEST_CASE("Changing the password needs the old one and ends the other sessions") {
  const auto database = TestDatabase::sqlite();
  World w(database);
  auto lan = w.person("Lan", "lan@vidu.vn");
  Person phone;
  REQUIRE(w.sign_in(phone, "lan@vidu.vn", kPassword).status == 200);
  const auto change = [&](const std::string& current, const std::string& wanted) {
    return w.caller.send(lan, Method::put, "/api/me/password", {{"current", current}, {"new", wanted}});
  };
  CHECK(change("không đúng đâu", "mật khẩu mới dài").json()["faults"][0]["pointer"] == "/current");
  CHECK(change(kPassword, "lan@vidu.vn").json()["faults"][0]["key"] == "accounts.password_is_identifier");
  CHECK(change(kPassword, "mật khẩu mới dài").status == 204);
  CHECK(w.caller.get(lan, "/api/me").status == 200);
  CHECK(w.caller.get(phone, "/api/me").status == 401);
  CHECK(w.sign_in(phone, "lan@vidu.vn", "mật khẩu mới dài").status == 200);
}

TEST_CASE("One's own account is changed against the revision that was read") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn");
    const auto patch = [&](const json& body, const std::string& tag) {
      return w.caller.send(lan, Method::patch, "/api/me", body, {{"if-match", tag}});
    };
    const auto changed = patch({{"name", "Trần Thị Lan"}, {"unit", 3}}, "\"r1\"");
    REQUIRE(changed.status == 200);
    CHECK(changed.json()["unit"] == 3);
    CHECK(changed.header("ETag") == "\"r2\"");
    CHECK(patch({{"name", "Cũ"}}, "\"r1\"").status == 412);
    CHECK(patch({{"unit", 99}}, "\"r2\"").json()["faults"][0]["pointer"] == "/unit");
    CHECK(patch({{"unit", nullptr}, {"lang", "en"}}, "\"r2\"").json()["unit"].is_null());
    CHECK(w.caller.get(lan, "/api/me").json()["name"] == "Trần Thị Lan");
  }
}
