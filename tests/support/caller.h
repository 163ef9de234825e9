// Calls a route table without sockets: what the server would do with a whole request, in the calling thread,
// streamed bodies too. For module tests; support/api_scenario.h has tables of such calls.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "guong/api/route.h"
#include "guong/base/random.h"
#include "guong/store/folder_blobs.h"
#include "support/byte_sources.h"
#include "support/databases.h"

namespace guong::test {

inline api::Keys test_keys() { return {std::string(32, 'k'), std::string(32, 's'), "test.invalid/ledger"}; }

using Headers = std::map<std::string, std::string>;

/// What a creating request carries: a key of its own.
inline Headers keyed(Headers more = {}) {
  more.emplace("idempotency-key", system_random().token());
  return more;
}
/// A key of its own, and the revision that the caller has seen.
inline Headers seen(Revision revision) {
  return keyed({{"if-match", "\"r" + std::to_string(revision.value) + "\""}});
}

struct Answer {
  int status = 0;
  std::vector<http::Header> headers;
  std::string text;  // of a file, what of it was asked for

  nlohmann::json json() const { return nlohmann::json::parse(text); }
  std::string header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return "";
  }
};

/// Somebody who calls: keeps the session's cookie and the device's between calls, as a browser does.
struct Person {
  std::string cookie;
  std::string client = "192.0.2.1";
  api::Actor actor = {};  // who it is, where a caller is told and does not look for the session
  std::string device = {};
};

inline Person acting(api::Actor actor) { return {"", "192.0.2.1", std::move(actor)}; }

/// A service of some modules' routes, with a clock that tests move.
class Caller {
 public:
  /// Over a fresh database, which must outlive the caller. Without `authenticate` people act as their
  /// `actor`.
  Caller(const TestDatabase& database, std::vector<api::Route> routes,
         api::Authenticate authenticate = nullptr)
      : Caller(std::make_unique<Ground>(database), std::move(routes), std::move(authenticate)) {}
  /// Over what the test holds, which must outlive the caller.
  Caller(api::Services services, std::vector<api::Route> routes, api::Authenticate authenticate = nullptr)
      : services_(std::move(services)),
        dispatcher_(api::make_dispatcher(services_, std::move(routes), found_by(std::move(authenticate)))) {}
  Caller(const Caller&) = delete;

  Timestamp now{1'780'000'000'000'000};
  store::Store& store() { return services_.store; }
  api::Services& services() { return services_; }
  Random& random() { return services_.random; }
  const api::Keys& keys() { return services_.keys; }

  /// A body of text goes as it is, any other as JSON; a body that the route takes as a stream comes in
  /// pieces.
  Answer send(Person& person, http::Method method, const std::string& target,
              const nlohmann::json& body = nullptr, Headers headers = {}) {
    std::string bytes;
    if (!body.is_null()) {
      headers.emplace("content-type", "application/json");
      bytes = body.is_string() ? body.get<std::string>() : body.dump();
    }
    auto whole = request(person, method, target, headers);
    auto plan = open(person, method, target, headers);
    auto answer = read(finish(std::move(plan), std::move(whole), std::move(bytes)));
    remember_cookie(person, answer);
    return answer;
  }
  Answer get(Person& person, const std::string& target) { return send(person, http::Method::get, target); }
  Answer post(Person& person, const std::string& target, const nlohmann::json& body = nullptr) {
    return send(person, http::Method::post, target, body);
  }
  /// A creating post, with a key of its own.
  Answer create(Person& person, const std::string& target, const nlohmann::json& body) {
    return send(person, http::Method::post, target, body, keyed());
  }

  /// The plan for a request whose body has yet to come.
  http::Plan open(Person& person, http::Method method, const std::string& target, const Headers& headers) {
    acting_ = person.actor;
    return dispatcher_->plan(request(person, method, target, headers));
  }
  /// Brings the body to a request that was opened before; who asks is then `person` as it is now.
  Answer complete(Person& person, http::Plan plan, http::Method method, const std::string& target,
                  std::string body, const Headers& headers) {
    acting_ = person.actor;
    return read(finish(std::move(plan), request(person, method, target, headers), std::move(body)));
  }
  /// Sends a part of a streamed body and leaves.
  void break_off(Person& person, http::Method method, const std::string& target, std::string_view part,
                 const Headers& headers) {
    auto plan = open(person, method, target, headers);
    if (!plan.sink) throw std::logic_error(target + " takes no streamed body");
    plan.sink->write(part);
  }

 private:
  /// What a caller of its own database stands on.
  struct Ground {
    explicit Ground(const TestDatabase& database)
        : store(database.open()), blobs(database.folder() / "blobs") {}
    api::Services services() { return {*store, blobs, random, keys, "https://test.invalid"}; }
    api::Keys keys = test_keys();
    SeededRandom random{7};
    std::unique_ptr<store::Store> store;
    store::FolderBlobs blobs;
  };
  Caller(std::unique_ptr<Ground> ground, std::vector<api::Route> routes, api::Authenticate authenticate)
      : Caller(ground->services(), std::move(routes), std::move(authenticate)) {
    ground_ = std::move(ground);
  }

  api::Authenticate found_by(api::Authenticate authenticate) {
    if (authenticate) return authenticate;
    return [this](store::Reader&, const http::Request&) { return acting_; };
  }

  http::Request request(const Person& person, http::Method method, const std::string& target,
                        const Headers& headers) const {
    http::Request request;
    request.method = method;
    request.target = target;
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.client = person.client;
    request.received = now;
    request.headers.emplace_back("host", "test.invalid");
    // Without a cookie nobody is looked for.
    const auto session = person.actor.account.value ? "of the actor" : person.cookie;
    std::string cookie;
    if (!session.empty()) cookie = "__Host-guong_session=" + session;
    if (!person.device.empty())
      cookie += (cookie.empty() ? "" : "; ") + ("__Host-guong_device=" + person.device);
    if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
    for (const auto& [name, value] : headers) request.headers.emplace_back(name, value);
    return request;
  }

  static http::Response finish(http::Plan plan, http::Request whole, std::string bytes) {
    constexpr std::size_t kPiece = 700;
    if (plan.answer) return std::move(*plan.answer);
    if (plan.sink) {
      for (std::size_t from = 0; from < bytes.size(); from += kPiece)
        plan.sink->write(std::string_view(bytes).substr(from, kPiece));
      return plan.sink->finish(std::move(whole));
    }
    whole.body = std::move(bytes);
    return plan.run(std::move(whole));
  }

  static Answer read(http::Response response) {
    Answer answer{response.status, std::move(response.headers), ""};
    if (const auto* text = std::get_if<std::string>(&response.body)) answer.text = *text;
    if (const auto* shared = std::get_if<http::SharedBody>(&response.body)) answer.text = **shared;
    if (const auto* file = std::get_if<http::FileBody>(&response.body))
      answer.text = read_range(*file->source, file->offset, file->length);
    return answer;
  }

  static void remember_cookie(Person& person, const Answer& answer) {
    const auto take = [](const std::string& cookie, const std::string& name, std::string& into) {
      if (cookie.starts_with(name)) into = cookie.substr(name.size(), cookie.find(';') - name.size());
    };
    for (const auto& [name, value] : answer.headers) {
      if (name != "Set-Cookie") continue;
      take(value, "__Host-guong_session=", person.cookie);
      take(value, "__Host-guong_device=", person.device);
    }
  }

  std::unique_ptr<Ground> ground_;
  api::Services services_;
  api::Actor acting_;
  std::shared_ptr<http::Dispatcher> dispatcher_;
};

}  // namespace guong::test
