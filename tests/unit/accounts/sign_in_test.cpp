// Registering and signing in: nothing told about others, guessing slowed down, sessions ended.
#include "support/api_scenario.h"
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
    CHECK(in.header("Set-Cookie").find("; Secure") != std::string::npos);
    CHECK(w.caller.get(lan, "/api/me").json()["roles"] == json::array());
    CHECK(w.caller.send(lan, Method::del, "/api/sessions/current").status == 204);
    CHECK(lan.cookie.empty());
    CHECK(w.caller.get(lan, "/api/me").status == 401);
  }
}

TEST_CASE("What a page sends for one account is not done as another that has signed in beside it") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn");
    auto minh = w.person("Minh", "minh@vidu.vn");
    const auto me = w.caller.get(lan, "/api/me").json();
    const Headers for_lan{{"guong-account", me["id"].dump()}};
    CHECK(w.caller.send(lan, Method::get, "/api/me", nullptr, for_lan).status == 200);
    CHECK(w.caller.send(minh, Method::get, "/api/me", nullptr, for_lan).status == 401);
    CHECK(w.caller.send(minh, Method::del, "/api/sessions", nullptr, for_lan).status == 401);
    CHECK(w.caller.get(minh, "/api/me").status == 200);
  }
}

TEST_CASE("Each account has a key of its own for what a browser keeps, the same in every session") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn");
    auto minh = w.person("Minh", "minh@vidu.vn");
    const auto key = w.caller.get(lan, "/api/me").json()["device_key"];
    CHECK(key.get<std::string>().size() == 43);
    CHECK(w.caller.get(minh, "/api/me").json()["device_key"] != key);
    Person elsewhere;
    CHECK(w.sign_in(elsewhere, "lan@vidu.vn", kPassword).json()["device_key"] == key);
  }
}

TEST_CASE("Registering tells nothing about who has an account") {
  for (auto& database : test_databases()) {
    INFO(database.name());
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
}

TEST_CASE("A registration form is answered with all its faults") {
  const json form = {{"identifier", "lan"}, {"name", "123"}, {"password", "ngắn"}, {"role", "judge"}};
  const std::vector<std::string> faults{
      fault("/identifier", "accounts.identifier_wrong"), fault("/name", "accounts.name_wrong"),
      fault("/password", "accounts.password_too_short"), fault("/role", "api.unknown_field")};
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    Person stranger;
    const auto answers =
        check(w.caller, {{"all at once", stranger, Method::post, "/api/accounts", form, 422, faults}});
    CHECK(answers[0].json()["faults"].size() == faults.size());
  }
}

TEST_CASE("Signing in tells nothing about who has an account") {
  for (auto& database : test_databases()) {
    INFO(database.name());
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
}

TEST_CASE("Guessing a password locks who is tried from that network, whether the account exists or not") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    w.person("Lan", "lan@vidu.vn");
    Person stranger, lan{"", "192.0.2.9"};
    for (const std::string email : {"lan@vidu.vn", "ma@vidu.vn"}) {
      INFO(email);
      for (int i = 0; i < 5; ++i) CHECK(w.sign_in(stranger, email, "đoán mật khẩu").status == 401);
      const auto locked = w.sign_in(stranger, email, kPassword);
      CHECK(locked.status == 429);
      CHECK(locked.header("Retry-After") == "30");
    }
    CHECK(w.sign_in(lan, "lan@vidu.vn", kPassword).status == 200);
    w.caller.now = w.caller.now + seconds(31);
    CHECK(w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu").status == 401);
    CHECK(w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu").header("Retry-After") == "60");
    w.caller.now = w.caller.now + seconds(61);
    CHECK(w.sign_in(stranger, "lan@vidu.vn", kPassword).status == 200);
    stranger.device = "";
    // The count of this network begins anew, that of the identifier goes on.
    for (int i = 0; i < 4; ++i) CHECK(w.sign_in(stranger, "lan@vidu.vn", "đoán mật khẩu").status == 401);
  }
}

TEST_CASE("Trying many identifiers from one address locks the address") {
  for (auto& database : test_databases()) {
    INFO(database.name());
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
}

TEST_CASE("One who has a whole network of IPv6 is one") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    const auto lan = w.person("Lan", "lan@vidu.vn");
    w.caller.store().write([&](store::Tx& tx) { tx.exec("update account set password_hash = 'x'"); });
    const auto from = [&](const std::string& client, int i) {
      Person robot{"", client};
      return w.sign_in(robot, "so" + std::to_string(i) + "@vidu.vn", "đoán mật khẩu").status;
    };
    int refused = 0;
    for (int i = 0; i < 62; ++i)
      if (from("2001:db8:1:2:" + std::to_string(i) + "::1", i) == 429) ++refused;
    CHECK(refused == 2);
    CHECK(from("2001:db8:1:3::1", 100) == 401);
  }
}

TEST_CASE("Where people come by TLS the cookie is for this host and TLS alone, whatever a proxy says") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    w.person("Lan", "lan@vidu.vn");
    Person lan;
    const auto in = w.sign_in(lan, "lan@vidu.vn", kPassword);
    CHECK(in.header("Set-Cookie").starts_with("__Host-guong_session="));
    for (const auto& [name, cookie] : in.headers) {
      if (name != "Set-Cookie") continue;
      CHECK(cookie.starts_with("__Host-guong_"));
      CHECK(cookie.ends_with("; Secure"));
      CHECK(cookie.find("; Path=/;") != std::string::npos);
      CHECK(cookie.find("Domain") == std::string::npos);
    }
    // One that another host of the domain has planted is not looked at.
    Person planted;
    const Headers headers{{"cookie", "guong_session=" + lan.cookie}};
    CHECK(w.caller.send(planted, http::Method::get, "/api/me", nullptr, headers).status == 401);
    CHECK(w.caller.get(lan, "/api/me").status == 200);
  }
}

TEST_CASE("Sessions are listed to their owner, revoked one by one or all, and end") {
  const std::string all = "/api/sessions", me = "/api/me";
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn"), other = w.person("Minh", "minh@vidu.vn");
    Person phone;
    REQUIRE(w.sign_in(phone, "lan@vidu.vn", kPassword).status == 200);
    const auto list = w.caller.get(lan, all).json()["items"];
    REQUIRE(list.size() == 2);
    std::string of_phone;
    for (const auto& session : list)
      if (!session["current"].get<bool>())
        of_phone = all + "/" + std::to_string(session["id"].get<std::int64_t>());
    check(w.caller, {{"not another's", other, Method::del, of_phone, nullptr, 404},
                     {"still signed in", phone, Method::get, me, nullptr, 200},
                     {"one", lan, Method::del, of_phone, nullptr, 204},
                     {"signed out", phone, Method::get, me, nullptr, 401}});
    REQUIRE(w.sign_in(phone, "lan@vidu.vn", kPassword).status == 200);
    check(w.caller, {{"all", phone, Method::del, all, nullptr, 204},
                     {"signed out", lan, Method::get, me, nullptr, 401},
                     {"but not others", other, Method::get, me, nullptr, 200}});
    w.caller.now = w.caller.now + days(31);
    check(w.caller, {{"ended", other, Method::get, me, nullptr, 401}});
  }
}

TEST_CASE("A cookie that is no session makes a stranger") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    Person forger{"forged-token"};
    CHECK(w.caller.get(forger, "/api/me").status == 401);
  }
}

TEST_CASE("Changing the password needs the old one and ends the other sessions") {
  const std::string at = "/api/me/password", me = "/api/me", wanted = "mật khẩu mới dài";
  const json wrong = {{"current", "không đúng đâu"}, {"new", wanted}},
             identifier = {{"current", kPassword}, {"new", "lan@vidu.vn"}},
             right = {{"current", kPassword}, {"new", wanted}};
  const auto same = refusal("accounts.password_is_identifier");
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn");
    Person phone;
    REQUIRE(w.sign_in(phone, "lan@vidu.vn", kPassword).status == 200);
    check(w.caller, {{"not the old one", lan, Method::put, at, wrong, 422, {R"("pointer":"/current")"}},
                     {"the identifier", lan, Method::put, at, identifier, 422, {same}},
                     {"changed", lan, Method::put, at, right, 204},
                     {"stays signed in", lan, Method::get, me, nullptr, 200},
                     {"elsewhere not", phone, Method::get, me, nullptr, 401}});
    CHECK(w.sign_in(phone, "lan@vidu.vn", wanted).status == 200);
  }
}

TEST_CASE("One's own account is changed against the revision that was read") {
  const auto tag = [](const char* revision) { return Headers{{"if-match", revision}}; };
  const json moved = {{"name", "Trần Thị Lan"}, {"unit", 3}}, old = {{"name", "Cũ"}},
             nowhere = {{"unit", 99}}, homeless = {{"unit", nullptr}, {"lang", "en"}};
  const std::string me = "/api/me", named = R"("name":"Trần Thị Lan")", of_unit = R"("pointer":"/unit")";
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    auto lan = w.person("Lan", "lan@vidu.vn");
    const auto answers =
        check(w.caller,
              {{"changed", lan, Method::patch, me, moved, 200, {R"("unit":3)"}, {}, tag("\"r1\"")},
               {"not over what is newer", lan, Method::patch, me, old, 412, {}, {}, tag("\"r1\"")},
               {"no unit", lan, Method::patch, me, nowhere, 422, {of_unit}, {}, tag("\"r2\"")},
               {"of no unit", lan, Method::patch, me, homeless, 200, {R"("unit":null)"}, {}, tag("\"r2\"")},
               {"it is so", lan, Method::get, me, nullptr, 200, {named}}});
    CHECK(answers[0].header("ETag") == "\"r2\"");
  }
}
