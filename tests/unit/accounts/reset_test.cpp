// Forgotten passwords: links that work once, for a day.
#include "support/api_scenario.h"
#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using http::Method;
using nlohmann::json;

namespace {

const std::string kResets = "/api/password-resets", kRedeem = kResets + "/redeem";
const json kByLan = {{"identifier", "lan@vidu.vn"}};

/// Somebody who forgot the password, and the administrator who hands out links.
struct Forgotten : World {
  explicit Forgotten(const TestDatabase& database) : World(database) {
    grant(admin, api::Role::administrator);
  }
  /// The address of the link of the first who asked.
  std::string link_path() {
    const auto asked = caller.get(admin, kResets).json()["items"];
    REQUIRE(asked.size() == 1);
    CHECK(asked[0]["account"]["name"] == "Lan");
    return kResets + "/" + std::to_string(asked[0]["id"].get<std::int64_t>()) + "/link";
  }
  json asked_link() {
    caller.post(stranger, kResets, kByLan);
    return caller.post(admin, link_path()).json();
  }
  static json redeemed(const json& link, const std::string& password) {
    return {{"token", link["token"]}, {"password", password}};
  }

  Person lan = person("Lan", "lan@vidu.vn"), admin = person("Quản trị", "qt@vidu.vn"), stranger;
};

}  // namespace

TEST_CASE("A forgotten password is set anew by a link that works once") {
  const json by_nobody = {{"identifier", "ma@vidu.vn"}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Forgotten w(database);
    const auto asked = check(w.caller, {{"known", w.stranger, Method::post, kResets, kByLan, 202},
                                        {"unknown", w.stranger, Method::post, kResets, by_nobody, 202},
                                        {"again", w.stranger, Method::post, kResets, kByLan, 202}});
    CHECK(asked[0].text == asked[1].text);

    const auto path = w.link_path();  // asked twice, and for one that does not exist
    const auto before = w.ledger_size();
    const auto made = check(w.caller, {{"no administrator", w.lan, Method::post, path, nullptr, 403},
                                       {"made", w.admin, Method::post, path, nullptr, 201}});
    const auto link = made[1].json();
    CHECK(w.ledger_size() == before + 1);
    CHECK(link["link"] == "https://test.invalid/app/password-resets#" + link["token"].get<std::string>());

    const auto with = [&](const std::string& password) { return Forgotten::redeemed(link, password); };
    check(w.caller,
          {{"too short", w.stranger, Method::post, kRedeem, with("ngắn"), 422},
           {"set", w.stranger, Method::post, kRedeem, with("một mật khẩu mới"), 204},
           {"once", w.stranger, Method::post, kRedeem, with("một mật khẩu nữa"), 404},
           {"signed out everywhere", w.lan, Method::get, "/api/me", nullptr, 401},
           {"nothing asked any more", w.admin, Method::get, kResets, nullptr, 200, {R"("items":[])"}}});
    CHECK(w.sign_in(w.lan, "lan@vidu.vn", "một mật khẩu mới").status == 200);
  }
}

TEST_CASE("A reset link ends after a day") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Forgotten w(database);
    const auto wanted = Forgotten::redeemed(w.asked_link(), "một mật khẩu mới");
    w.caller.now = w.caller.now + hours(25);
    check(w.caller, {{"too late", w.stranger, Method::post, kRedeem, wanted, 404}});
  }
}

TEST_CASE("Locked by a guesser, the owner comes in again by a reset") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Forgotten w(database);
    for (int i = 0; i < 5; ++i) w.sign_in(w.stranger, "lan@vidu.vn", "đoán mật khẩu");
    REQUIRE(w.sign_in(w.stranger, "lan@vidu.vn", kPassword).status == 429);
    const auto wanted = Forgotten::redeemed(w.asked_link(), "một mật khẩu mới");
    check(w.caller, {{"set anew", w.stranger, Method::post, kRedeem, wanted, 204}});
    CHECK(w.sign_in(w.stranger, "lan@vidu.vn", "một mật khẩu mới").status == 200);
  }
}
