// Routing, access, same-site, idempotency keys and body limits, held to a small route table.
#include <catch2/catch.hpp>

#include <atomic>

#include "guong/api/answer.h"
#include "guong/base/text.h"
#include "support/caller.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using http::Method;
using nlohmann::json;

namespace {

int acts = 0;  // how often the creating route acted

http::Response echo(api::ReadCall& call) {
  json values = {{"contest", call.path_text("contest")}};
  return api::json_answer(values);
}
http::Response literal(api::ReadCall&) { return api::json_answer({{"literal", true}}); }
http::Response rest(api::ReadCall& call) { return api::json_answer({{"rest", call.path_text("path")}}); }
http::Response create(api::WriteCall& call) {
  const auto name = call.body().at("name").get<std::string>();
  return call.write_answer([&](store::Tx&) {
    ++acts;
    return api::created({{"name", name}, {"act", acts}}, "/things/1", {1});
  });
}
http::Response create_plainly(api::WriteCall& call) {
  call.write([&](store::Tx&) { ++acts; });
  return api::json_answer({{"act", acts}}, 201);
}
http::Response create_badly(api::WriteCall& call) {
  return call.write_answer([&](store::Tx&) -> http::Response {
    ++acts;
    throw Error(ErrorKind::conflict, "base.conflict");
  });
}
http::Response change(api::WriteCall& call) {
  return api::json_answer({{"revision", call.if_match().value}, {"body", call.body()}});
}
http::Response fail(api::ReadCall&) { throw std::runtime_error("secret of the database"); }
http::Response limits(api::ReadCall& call) {
  return api::json_answer({{"limit", call.limit()}, {"cursor", call.cursor()}});
}

const std::vector<api::Route> kRoutes = {
    api::get("/api/contests/{contest}", "echo", api::kAnyone, echo),
    api::get("/api/contests/mine", "literal", api::kAnyone, literal),
    api::get("/files/{path...}", "rest", api::kAnyone, rest),
    api::get("/api/contests/{contest}/marks", "marks", api::any_of(Role::secretary | Role::head), echo),
    api::get("/api/people", "people", api::only(Role::administrator), literal),
    api::creating_post("/api/things", "createThing", api::kSignedIn, create),
    api::creating_post("/api/plain", "createPlainly", api::kSignedIn, create_plainly),
    api::creating_post("/api/bad", "createBadly", api::kSignedIn, create_badly),
    api::patch("/api/things/{thing}", "change", api::kAnyone, change),
    api::get("/api/fail", "fail", api::kAnyone, fail),
    api::get("/api/list", "list", api::kAnyone, limits),
};

/// The "cookie" of these tests is the account's number; 7 is secretary of contest 5, 8 head of the
/// installation, 9 administrator.
api::Actor by_number(store::Reader&, const http::Request& request) {
  api::Actor actor;
  const auto cookie = request.cookie("guong_session");
  if (!cookie) return actor;
  actor.account = AccountId{std::stoll(*cookie)};
  if (*cookie == "7") actor.grants = {{Role::secretary, ContestId{5}, std::nullopt}};
  if (*cookie == "8") actor.grants = {{Role::head, std::nullopt, std::nullopt}};
  if (*cookie == "9") actor.grants = {{Role::administrator, std::nullopt, std::nullopt}};
  return actor;
}

struct Table {
  explicit Table(const TestDatabase& database) : caller(database, kRoutes, by_number) {}
  Caller caller;
  Person stranger, entrant{"6"}, secretary{"7"}, head{"8"}, administrator{"9"};
};

}  // namespace

TEST_CASE("A path finds its route: literals before values, the rest with its slashes") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  CHECK(t.caller.get(t.stranger, "/api/contests/12").json()["contest"] == "12");
  CHECK(t.caller.get(t.stranger, "/api/contests/mine").json()["literal"] == true);
  CHECK(t.caller.get(t.stranger, "/files/a/b.js").json()["rest"] == "a/b.js");
  CHECK(t.caller.get(t.stranger, "/files/").json()["rest"] == "");
  CHECK(t.caller.get(t.stranger, "/api/contests").status == 404);
  CHECK(t.caller.get(t.stranger, "/api/contests/").status == 404);
  CHECK(t.caller.get(t.stranger, "/api/contests/12/other").status == 404);
  CHECK(t.caller.get(t.stranger, std::string(20'000, '/')).status == 404);
}

TEST_CASE("A method that a path does not have is answered with those it has") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  const auto wrong = t.caller.send(t.stranger, Method::del, "/api/contests/12");
  CHECK(wrong.status == 405);
  CHECK(wrong.json()["status"] == 405);
  CHECK(wrong.header("Allow") == "GET, HEAD, OPTIONS");
  const auto options = t.caller.send(t.stranger, Method::options, "/api/things");
  CHECK(options.status == 204);
  CHECK(options.header("Allow") == "POST, OPTIONS");
  CHECK(t.caller.send(t.stranger, Method::head, "/api/contests/12").status == 200);
}

TEST_CASE("Who may call is what the table says") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  struct Row {
    Person& person;
    std::string path;
    int status;
  };
  const Row rows[] = {
      {t.stranger, "/api/contests/5/marks", 401},  {t.entrant, "/api/contests/5/marks", 403},
      {t.secretary, "/api/contests/5/marks", 200}, {t.secretary, "/api/contests/6/marks", 403},
      {t.head, "/api/contests/6/marks", 200},      {t.administrator, "/api/contests/5/marks", 403},
      {t.secretary, "/api/contests/x/marks", 404}, {t.stranger, "/api/people", 401},
      {t.secretary, "/api/people", 403},           {t.administrator, "/api/people", 200},
  };
  for (const auto& row : rows) {
    INFO(row.person.cookie << " " << row.path);
    CHECK(t.caller.get(row.person, row.path).status == row.status);
  }
}

TEST_CASE("A browser may write from our own pages only") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  const auto with = [&](const std::map<std::string, std::string>& extra) {
    auto headers = extra;
    headers["if-match"] = "\"r1\"";
    return t.caller.send(t.entrant, Method::patch, "/api/things/1", json::object(), headers).status;
  };
  CHECK(with({}) == 200);
  CHECK(with({{"sec-fetch-site", "same-origin"}}) == 200);
  CHECK(with({{"sec-fetch-site", "none"}}) == 200);
  CHECK(with({{"sec-fetch-site", "same-site"}}) == 403);
  CHECK(with({{"sec-fetch-site", "cross-site"}}) == 403);
  CHECK(with({{"origin", "https://test.invalid"}}) == 200);
  CHECK(with({{"origin", "https://evil.invalid"}}) == 403);
  CHECK(with({{"origin", "https://test.invalid.evil.invalid"}}) == 403);
  CHECK(with({{"origin", "null"}}) == 403);
}

TEST_CASE("A creating request acts once however often it comes") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    const auto send = [&](Person& person, const std::string& path, const std::string& key, const json& body) {
      return t.caller.send(person, Method::post, path, body, {{"idempotency-key", key}});
    };
    acts = 0;
    const auto first = send(t.entrant, "/api/things", "key-number-1", {{"name", "Hoa"}});
    REQUIRE(first.status == 201);
    const auto again = send(t.entrant, "/api/things", "key-number-1", {{"name", "Hoa"}});
    CHECK(again.status == 201);
    CHECK(again.text == first.text);
    CHECK(again.header("Location") == "/things/1");
    CHECK(again.header("ETag") == "\"r1\"");
    CHECK(acts == 1);

    CHECK(send(t.entrant, "/api/things", "key-number-1", {{"name", "Lan"}}).json()["key"] ==
          "api.key_reused");
    CHECK(send(t.secretary, "/api/things", "key-number-1", {{"name", "Hoa"}}).json()["act"] == 2);
    CHECK(send(t.entrant, "/api/plain", "key-number-2", json::object()).json()["act"] == 3);
    CHECK(send(t.entrant, "/api/plain", "key-number-2", json::object()).json()["act"] == 3);

    CHECK(send(t.entrant, "/api/bad", "key-number-3", json::object()).status == 409);
    CHECK(send(t.entrant, "/api/bad", "key-number-3", json::object()).status == 409);
    CHECK(acts == 5);  // what failed left nothing behind: it may be tried again

    CHECK(t.caller.post(t.entrant, "/api/things", {{"name", "Hoa"}}).status == 428);
    CHECK(send(t.entrant, "/api/things", "short", {{"name", "Hoa"}}).status == 400);
    t.caller.store().write([&](store::Tx& tx) { api::prune_idempotency_keys(tx, t.caller.now + days(8)); });
    CHECK(send(t.entrant, "/api/things", "key-number-1", {{"name", "Hoa"}}).json()["act"] == 6);
  }
}

TEST_CASE("Bodies that cannot be read are refused with the reason") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  const auto key_for = [&](const std::string& body, const std::string& type = "application/json") {
    const auto answer = t.caller.send(t.entrant, Method::patch, "/api/things/1", json(body),
                                      {{"if-match", "\"r1\""}, {"content-type", type}});
    return answer.status == 200 ? "200" : answer.json()["key"].get<std::string>();
  };
  CHECK(key_for(R"({"a":1})") == "200");
  CHECK(key_for(R"({"a":1})", "application/merge-patch+json; charset=utf-8") == "200");
  CHECK(key_for(R"({"a":1})", "text/plain") == "api.json_expected");
  CHECK(key_for(R"({"a":)") == "api.body_not_json");
  CHECK(key_for("{\"a\":\"\xff\"}") == "api.body_not_json");
  CHECK(key_for(R"({"a":1e999})") == "api.body_not_json");
  CHECK(key_for("[1]") == "api.body_not_object");
  CHECK(key_for("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}") == "api.body_too_deep");
  CHECK(key_for(std::string(1 << 19, '[')) == "api.body_too_deep");
}

TEST_CASE("Text inside a body is in NFC, at any depth") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  const auto answer = t.caller.send(t.entrant, Method::patch, "/api/things/1", {{"a", {"e\u0302\u0301"}}},
                                    {{"if-match", "\"r4\""}});
  CHECK(answer.json()["body"]["a"][0] == "\u1ebf");
  CHECK(answer.json()["revision"] == 4);
}

TEST_CASE("If-Match must be there and be one of ours") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  CHECK(t.caller.send(t.entrant, Method::patch, "/api/things/1", json::object()).status == 428);
  for (const std::string tag : {"r1", "\"1\"", "\"r\"", "\"rx\"", "W/\"r1\"", "*"}) {
    INFO(tag);
    CHECK(t.caller.send(t.entrant, Method::patch, "/api/things/1", json::object(), {{"if-match", tag}})
              .status == 400);
  }
}

TEST_CASE("Nothing internal is told when something breaks") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  const auto answer = t.caller.get(t.stranger, "/api/fail");
  CHECK(answer.status == 500);
  CHECK(answer.text.find("secret") == std::string::npos);
  CHECK(answer.json()["key"] == "base.internal");
}

TEST_CASE("Every answer carries the security headers, refusals too") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  for (const std::string path : {"/api/contests/12", "/api/people", "/nowhere", "/api/fail"}) {
    INFO(path);
    const auto answer = t.caller.get(t.stranger, path);
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Content-Security-Policy").find("frame-ancestors 'none'") != std::string::npos);
    if (path.rfind("/api/", 0) == 0) CHECK(answer.header("Cache-Control") == "no-store");
  }
}

TEST_CASE("The reader's language comes from the address, then the cookie, then the browser") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  const auto lang = [&](const std::string& query, const std::map<std::string, std::string>& headers) {
    return t.caller.send(t.stranger, Method::get, "/nowhere" + query, nullptr, headers)
        .header("Content-Language");
  };
  CHECK(lang("", {}) == "vi");
  CHECK(lang("", {{"accept-language", "en-GB,en;q=0.9,vi;q=0.8"}}) == "en");
  CHECK(lang("", {{"accept-language", "fr,vi;q=0.5,en;q=0.4"}}) == "vi");
  CHECK(lang("", {{"accept-language", "en"}, {"cookie", "lang=vi"}}) == "vi");
  CHECK(lang("?lang=en", {{"cookie", "lang=vi"}}) == "en");
}

TEST_CASE("Pages of lists have limits") {
  const auto database = TestDatabase::sqlite();
  Table t(database);
  CHECK(t.caller.get(t.stranger, "/api/list").json()["limit"] == 50);
  CHECK(t.caller.get(t.stranger, "/api/list?limit=200").json()["limit"] == 200);
  CHECK(t.caller.get(t.stranger, "/api/list?limit=201").status == 400);
  CHECK(t.caller.get(t.stranger, "/api/list?limit=x").status == 400);
  CHECK(t.caller.get(t.stranger, "/api/list?cursor=" + api::encode_cursor("a:1")).json()["cursor"] == "a:1");
  CHECK(t.caller.get(t.stranger, "/api/list?cursor=%C3%A9").status == 400);
}
