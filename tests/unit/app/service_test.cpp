// The whole service over a socket, and its route table against the rules that every route must keep.
#include <catch2/catch.hpp>
#include <set>

#include "guong/accounts/account.h"
#include "guong/accounts/session.h"
#include "support/server.h"
#include "unit/judging/stage.h"

using namespace guong;
using namespace guong::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

nlohmann::json rules_named(const std::string& name) {
  auto rules = example_rules();
  rules["name"]["vi"] = name;
  return rules;
}

}  // namespace

TEST_CASE("The service answers over a socket, on each database") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const TestServer server(database);
    CHECK(has(server.get("/healthz"), R"({"status":"ok"})"));
    CHECK(has(server.get("/app"), "HTTP/1.1 308"));
    CHECK(has(server.get("/api/me"), "HTTP/1.1 401"));
    CHECK(has(server.get("/app/assets/no-such-file.js"), "HTTP/1.1 404"));
  }
}

TEST_CASE("A session ends by the server's clock") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    TestServer server(database);
    const Timestamp start{1'780'000'000'000'000};
    const auto token = server.services().store.write([&](store::Tx& tx) {
      const auto id = accounts::create_account(
          tx, system_random(), start,
          {*accounts::parse_identifier("lan@vidu.vn"), "Lan", "x", Lang::vi, std::nullopt});
      return accounts::open_session(tx, system_random(), start, id, "", "");
    });
    const auto cookie = "Cookie: __Host-guong_session=" + token + "\r\n";
    CHECK(has(server.get("/api/me", cookie), "HTTP/1.1 200"));
    server.move_clock(days(30));
    CHECK(has(server.get("/api/me", cookie), "HTTP/1.1 401"));
  }
}

TEST_CASE("Two services of one process share neither pages nor data") {
  auto databases = test_databases(), others = test_databases();
  for (std::size_t i = 0; i < databases.size(); ++i) {
    INFO(databases[i].name());
    const Stage contest(databases[i], rules_named("Cuộc thi thứ nhất")),
        other_contest(others[i], rules_named("Cuộc thi thứ hai"));
    const TestServer server(databases[i]), other(others[i]);
    for (int again = 0; again < 2; ++again) {
      const auto page = server.get("/"), other_page = other.get("/");
      CHECK(has(page, "Cuộc thi thứ nhất"));
      CHECK_FALSE(has(page, "Cuộc thi thứ hai"));
      CHECK(has(other_page, "Cuộc thi thứ hai"));
      CHECK_FALSE(has(other_page, "Cuộc thi thứ nhất"));
    }
  }
}

TEST_CASE("Whatever opens a file of a work does so where it may wait for it") {
  std::set<std::string_view> waits;
  for (const auto& route : app::all_routes())
    if (route.slow) waits.insert(route.operation_id);
  for (const char* file :
       {"getEntryFile", "getDeskFile", "getJudgeFile", "page:work-file", "page:work-picture", "checkLeaks"}) {
    INFO(file);
    CHECK(waits.contains(file));
  }
}

TEST_CASE("Every route has a handler of the kind that its method needs, and a name of its own") {
  std::set<std::string_view> names;
  for (const auto& route : app::all_routes()) {
    INFO(route.pattern);
    const bool reads = route.method == http::Method::get || route.method == http::Method::options;
    CHECK(reads == (route.read != nullptr));
    if (!reads) CHECK((route.write != nullptr) != (route.stream != nullptr));
    if (!route.operation_id.starts_with("page:")) CHECK(names.insert(route.operation_id).second);
  }
}
