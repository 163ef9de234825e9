// Routing, access, same-site, idempotency keys and body limits, held to a small route table.
#include <catch2/catch.hpp>

#include <atomic>

#include "guong/api/answer.h"
#include "guong/base/text.h"
#include "support/api_scenario.h"

using namespace guong;
using namespace guong::test;
using api::Role;
using http::Method;
using nlohmann::json;

namespace {

int acts = 0;           // how often the creating route acted
bool handling = false;  // whether its handler has begun

http::Response echo(api::ReadCall& call) {
  json values = {{"contest", call.path_text("contest")}};
  return api::json_answer(values);
}
http::Response literal(api::ReadCall&) { return api::json_answer({{"literal", true}}); }
http::Response rest(api::ReadCall& call) { return api::json_answer({{"rest", call.path_text("path")}}); }
http::Response create(api::WriteCall& call) {
  handling = true;
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
struct NameCursor {
  std::string name;
  static auto parts(auto& cursor) { return std::tie(cursor.name); }
};
http::Response limits(api::ReadCall& call) {
  return api::json_answer({{"limit", call.limit()}, {"cursor", call.cursor<NameCursor>().name}});
}

const std::vector<api::Route> kRoutes = {
    api::get("/api/contests/{contest}", "echo", api::kAnyone, echo),
    api::get("/api/contests/mine", "literal", api::kAnyone, literal),
    api::get("/files/{path...}", "rest", api::kAnyone, rest),
    api::get("/api/contests/{contest}/marks", "marks", api::any_of(Role::secretary | Role::head), echo),
    api::slow_get("/api/contests/{contest}/slow-marks", "slowMarks", api::only(Role::secretary), echo),
    api::get("/api/people", "people", api::only(Role::administrator), literal),
    api::creating_post("/api/things", "createThing", api::kSignedIn, create),
    api::creating_post("/api/plain", "createPlainly", api::kSignedIn, create_plainly),
    api::creating_post("/api/bad", "createBadly", api::kSignedIn, create_badly),
    api::patch("/api/things/{thing}", "change", api::kAnyone, change),
    api::get("/api/fail", "fail", api::kAnyone, fail),
    api::get("/api/list", "list", api::kAnyone, limits),
};

Person account(std::int64_t id, std::vector<api::Grant> grants = {}) {
  return acting({AccountId{id}, SessionId{1}, std::move(grants)});
}

struct Table {
  explicit Table(const TestDatabase& database) : caller(database, kRoutes) {}
  Caller caller;
  Person stranger, entrant = account(6), secretary = account(7, {{Role::secretary, ContestId{5}, {}}}),
                   head = account(8, {{Role::head, {}, {}}}),
                   administrator = account(9, {{Role::administrator, {}, {}}});
};

}  // namespace

TEST_CASE("A path finds its route: literals before values, the rest with its slashes") {
  const std::string contest = R"({"contest":"12"})", literal = R"({"literal":true})";
  const struct {
    std::string path;
    int status;
    std::string text;
  } rows[] = {{"/api/contests/12", 200, contest},
              {"/api/contests/mine", 200, literal},
              {"/files/a/b.js", 200, R"("rest":"a/b.js")"},
              {"/files/", 200, R"("rest":"")"},
              {"/api/contests", 404, ""},
              {"/api/contests/", 404, ""},
              {"/api/contests/12/other", 404, ""},
              {std::string(20'000, '/'), 404, ""}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    for (const auto& [path, status, text] : rows)
      check(t.caller, {{"", t.stranger, Method::get, path, nullptr, status, {text}}});
  }
}

TEST_CASE("A method that a path does not have is answered with those it has") {
  for (auto& database : test_databases()) {
    INFO(database.name());
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
}

TEST_CASE("Who may call is what the table says") {
  const std::string five = "/api/contests/5/marks", six = "/api/contests/6/marks", people = "/api/people";
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    check(t.caller, {{"a stranger", t.stranger, Method::get, five, nullptr, 401},
                     {"an entrant", t.entrant, Method::get, five, nullptr, 403},
                     {"its secretary", t.secretary, Method::get, five, nullptr, 200},
                     {"another's secretary", t.secretary, Method::get, six, nullptr, 403},
                     {"the head of all", t.head, Method::get, six, nullptr, 200},
                     {"an administrator", t.administrator, Method::get, five, nullptr, 403},
                     {"of no contest", t.secretary, Method::get, "/api/contests/x/marks", nullptr, 404},
                     {"a stranger", t.stranger, Method::get, people, nullptr, 401},
                     {"a secretary", t.secretary, Method::get, people, nullptr, 403},
                     {"an administrator", t.administrator, Method::get, people, nullptr, 200}});
  }
}

TEST_CASE("Rights are those that the sender has when the request is complete") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    const Headers headers = keyed({{"content-type", "application/json"}});
    struct Row {
      const char* what;
      api::Actor then, now;
      Method method;
      const char* path;
      int status;
    };
    const api::Actor secretary = t.secretary.actor, entrant{AccountId{7}, SessionId{1}, {}}, nobody;
    const Row rows[] = {
        {"the role is gone", secretary, entrant, Method::get, "/api/contests/5/slow-marks", 403},
        {"the session is over", entrant, nobody, Method::post, "/api/things", 401},
        {"all as before", entrant, entrant, Method::post, "/api/things", 201},
    };
    for (const auto& row : rows) {
      INFO(row.what);
      acts = 0;
      Person person = acting(row.then);
      auto plan = t.caller.open(person, row.method, row.path, headers);
      REQUIRE_FALSE(plan.answer);
      person.actor = row.now;
      const auto answer =
          t.caller.complete(person, std::move(plan), row.method, row.path, R"({"name":"Hoa"})", headers);
      CHECK(answer.status == row.status);
      CHECK(acts == (row.status == 201 ? 1 : 0));
    }
  }
}

TEST_CASE("Rights that end while a change waits for its turn change nothing any more") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    const api::Actor entrant{AccountId{6}, SessionId{1}, {}},
        promoted{AccountId{6}, SessionId{1}, {{Role::head, {}, {}}}};
    api::Actor in_the_end;
    Caller caller(database, kRoutes,
                  [&](store::Reader&, const http::Request&) { return handling ? in_the_end : entrant; });
    Person person{"of somebody"};
    for (const auto& [then, status] : {std::pair{api::Actor{}, 401}, {promoted, 403}, {entrant, 201}}) {
      handling = false;
      acts = 0;
      in_the_end = then;
      CHECK(caller.create(person, "/api/things", {{"name", "Hoa"}}).status == status);
      CHECK(acts == (status == 201 ? 1 : 0));
    }
  }
}

TEST_CASE("A browser may write from our own pages only") {
  const std::tuple<const char*, const char*, int> rows[] = {
      {"sec-fetch-site", "same-origin", 200},
      {"sec-fetch-site", "none", 200},
      {"sec-fetch-site", "same-site", 403},
      {"sec-fetch-site", "cross-site", 403},
      {"origin", "https://test.invalid", 200},
      {"origin", "https://evil.invalid", 403},
      {"origin", "https://test.invalid.evil.invalid", 403},
      {"origin", "null", 403},
      {"x-nothing", "no browser", 200},
  };
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    for (const auto& [header, value, status] : rows) {
      const Headers headers{{"if-match", "\"r1\""}, {header, value}};
      check(t.caller,
            {{value, t.entrant, Method::patch, "/api/things/1", json::object(), status, {}, {}, headers}});
    }
  }
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
  struct Row {
    std::string body, type;
    int status;
    std::string key;
  };
  const std::string plain = "application/json", fine = R"({"a":1})", deep(100, '['), closed(100, ']');
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "0,";
  const Row rows[] = {{fine, plain, 200, ""},
                      {fine, "application/merge-patch+json; charset=utf-8", 200, ""},
                      {fine, "text/plain", 415, "api.json_expected"},
                      {R"({"a":)", plain, 400, "api.body_not_json"},
                      {"{\"a\":\"\xff\"}", plain, 400, "api.body_not_json"},
                      {R"({"a":1e999})", plain, 400, "api.body_not_json"},
                      {"[1]", plain, 400, "api.body_not_object"},
                      {"{\"a\":" + deep + closed + "}", plain, 400, "api.body_too_deep"},
                      {std::string(1 << 19, '['), plain, 400, "api.body_too_deep"},
                      {"{\"a\":[" + many + "0]}", plain, 413, "api.body_too_many"}};
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    for (const auto& [body, type, status, key] : rows) {
      const auto told = status == 200 ? R"("revision":1)" : refusal(key);
      const Headers headers{{"if-match", "\"r1\""}, {"content-type", type}};
      check(t.caller, {{body.substr(0, 50) + " " + type,
                        t.entrant,
                        Method::patch,
                        "/api/things/1",
                        json(body),
                        status,
                        {told},
                        {},
                        headers}});
    }
  }
}

TEST_CASE("Text inside a body is in NFC, at any depth") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    const auto answer = t.caller.send(t.entrant, Method::patch, "/api/things/1", {{"a", {"e\u0302\u0301"}}},
                                      {{"if-match", "\"r4\""}});
    CHECK(answer.json()["body"]["a"][0] == "\u1ebf");
    CHECK(answer.json()["revision"] == 4);
  }
}

TEST_CASE("If-Match must be there and be one of ours") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    const std::string thing = "/api/things/1";
    check(t.caller, {{"none", t.entrant, Method::patch, thing, json::object(), 428}});
    for (const std::string tag : {"r1", "\"1\"", "\"r\"", "\"rx\"", "W/\"r1\"", "*"})
      check(t.caller,
            {{tag, t.entrant, Method::patch, thing, json::object(), 400, {}, {}, {{"if-match", tag}}}});
  }
}

TEST_CASE("Nothing internal is told when something breaks") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    const auto told = refusal("base.internal");
    check(t.caller, {{"it breaks", t.stranger, Method::get, "/api/fail", nullptr, 500, {told}, {"secret"}}});
  }
}

TEST_CASE("Every answer carries the security headers, refusals too") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    for (const std::string path : {"/api/contests/12", "/api/people", "/nowhere", "/api/fail"}) {
      INFO(path);
      const auto answer = t.caller.get(t.stranger, path);
      CHECK(answer.header("X-Content-Type-Options") == "nosniff");
      CHECK(answer.header("Content-Security-Policy").find("frame-ancestors 'none'") != std::string::npos);
      if (path.rfind("/api/", 0) == 0) CHECK(answer.header("Cache-Control") == "no-store");
    }
  }
}

TEST_CASE("The reader's language comes from the address, then the cookie, then the browser") {
  for (auto& database : test_databases()) {
    INFO(database.name());
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
}

TEST_CASE("Pages of lists have limits") {
  const std::string list = "/api/list", cursor = "?cursor=" + api::write_cursor(NameCursor{"a:1"});
  for (auto& database : test_databases()) {
    INFO(database.name());
    Table t(database);
    check(t.caller,
          {{"50 at first", t.stranger, Method::get, list, nullptr, 200, {R"("limit":50})"}},
           {"at most", t.stranger, Method::get, list + "?limit=200", nullptr, 200, {R"("limit":200})"}},
           {"too many", t.stranger, Method::get, list + "?limit=201", nullptr, 400},
           {"no number", t.stranger, Method::get, list + "?limit=x", nullptr, 400},
           {"from here", t.stranger, Method::get, list + cursor, nullptr, 200, {R"("cursor":"a:1")"}},
           {"none", t.stranger, Method::get, list + "?cursor=", nullptr, 200, {R"("cursor":"")"}},
           {"no cursor", t.stranger, Method::get, list + "?cursor=%C3%A9", nullptr, 400}});
  }
}
