// Calls a route table without sockets: what the server would do with a whole request, in the calling thread.
// For module tests.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "guong/api/route.h"
#include "guong/base/random.h"
#include "support/databases.h"

namespace guong::test {

inline api::Keys test_keys() { return {std::string(32, 'k'), std::string(32, 's'), "test.invalid/ledger"}; }

struct Answer {
  int status = 0;
  std::vector<http::Header> headers;
  std::string text;

  nlohmann::json json() const { return nlohmann::json::parse(text); }
  std::string header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return "";
  }
};

/// Somebody who calls: keeps the session cookie between calls, as a browser does.
struct Person {
  std::string cookie;
  std::string client = "192.0.2.1";
};

/// A service of some modules' routes over a fresh database, with a clock that tests move.
class Caller {
 public:
  /// The database must outlive the caller.
  Caller(const TestDatabase& database, std::vector<api::Route> routes, api::Authenticate authenticate)
      : store_(database.open()),
        blobs_(database.folder() / "blobs"),
        services_{*store_, blobs_, random_, keys_, "https://test.invalid"},
        dispatcher_(api::make_dispatcher(services_, std::move(routes), std::move(authenticate))) {}

  Timestamp now{1'780'000'000'000'000};
  store::Store& store() { return *store_; }
  api::Services& services() { return services_; }
  Random& random() { return random_; }
  const api::Keys& keys() { return keys_; }

  Answer send(Person& person, http::Method method, const std::string& target,
              const nlohmann::json& body = nullptr, const std::map<std::string, std::string>& headers = {}) {
    http::Request request;
    request.method = method;
    request.target = target;
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.client = person.client;
    request.received = now;
    request.headers.emplace_back("host", "test.invalid");
    if (!person.cookie.empty()) request.headers.emplace_back("cookie", "guong_session=" + person.cookie);
    for (const auto& [name, value] : headers) request.headers.emplace_back(name, value);
    if (!body.is_null()) {
      if (!headers.count("content-type")) request.headers.emplace_back("content-type", "application/json");
      request.body = body.is_string() ? body.get<std::string>() : body.dump();
    }
    auto answer = run(std::move(request));
    remember_cookie(person, answer);
    return answer;
  }
  Answer get(Person& person, const std::string& target) { return send(person, http::Method::get, target); }
  Answer post(Person& person, const std::string& target, const nlohmann::json& body = nullptr) {
    return send(person, http::Method::post, target, body);
  }
  /// A creating post, with a key of its own.
  Answer create(Person& person, const std::string& target, const nlohmann::json& body) {
    return send(person, http::Method::post, target, body, {{"idempotency-key", system_random().token()}});
  }

 private:
  Answer run(http::Request request) {
    auto plan = dispatcher_->plan(request);
    auto made = plan.answer ? std::move(*plan.answer) : plan.run(std::move(request));
    Answer answer{made.status, std::move(made.headers), ""};
    if (const auto* text = std::get_if<std::string>(&made.body)) answer.text = *text;
    if (const auto* shared = std::get_if<http::SharedBody>(&made.body)) answer.text = **shared;
    return answer;
  }

  static void remember_cookie(Person& person, const Answer& answer) {
    const auto cookie = answer.header("Set-Cookie");
    const std::string name = "guong_session=";
    if (cookie.rfind(name, 0) == 0)
      person.cookie = cookie.substr(name.size(), cookie.find(';') - name.size());
  }

  api::Keys keys_ = test_keys();
  SeededRandom random_{7};
  std::unique_ptr<store::Store> store_;
  store::Blobs blobs_;
  api::Services services_;
  std::shared_ptr<http::Dispatcher> dispatcher_;
};

}  // namespace guong::test
