// Requests go through the real dispatcher, with a caller that the test names.
#include "desk.h"

#include <nlohmann/json.hpp>

#include "guong/entries/entry_routes.h"

namespace guong::entries::test {
namespace {

std::vector<api::Route> routes() {
  auto all = entry_routes();
  all.insert(all.end(), upload_routes().begin(), upload_routes().end());
  return all;
}

Answer read(http::Response response) {
  Answer answer{response.status, std::move(response.headers), "", {}};
  if (const auto* text = std::get_if<std::string>(&response.body)) answer.text = *text;
  if (const auto* file = std::get_if<http::FileBody>(&response.body)) answer.file = file->path;
  return answer;
}

}  // namespace

std::string Answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return "";
}

Desk::Desk(const guong::test::TestDatabase& database)
    : world(database),
      now(world.early),
      services_{*world.store, world.blobs, world.random, world.keys, "https://test.invalid"},
      dispatcher_(api::make_dispatcher(services_, routes(),
                                       [this](store::Reader&, const http::Request&) { return caller_; })) {}

http::Request Desk::request(http::Method method, const std::string& target, const Headers& headers) const {
  http::Request request;
  request.headers.emplace_back("cookie", "session=caller");  // without one nobody is looked for
  request.method = method;
  request.target = target;
  const auto mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != std::string::npos) request.query = target.substr(mark + 1);
  request.received = now;
  request.headers.emplace_back("cookie", "guong_session=known");  // without one nobody is looked for
  for (const auto& [name, value] : headers) request.headers.emplace_back(name, value);
  return request;
}

http::Plan Desk::open(const api::Actor& actor, http::Method method, const std::string& target,
                      const Headers& headers) {
  caller_ = actor;
  return dispatcher_->plan(request(method, target, headers));
}

Answer Desk::send(const api::Actor& actor, http::Method method, const std::string& target,
                  std::string_view body, const Headers& headers) {
  auto plan = open(actor, method, target, headers);
  if (plan.answer) return read(std::move(*plan.answer));
  auto whole = request(method, target, headers);
  if (plan.sink) {
    for (std::size_t from = 0; from < body.size(); from += 700) plan.sink->write(body.substr(from, 700));
    return read(plan.sink->finish(std::move(whole)));
  }
  whole.body = body;
  return read(plan.run(std::move(whole)));
}

Answer Desk::call(const api::Actor& actor, http::Method method, const std::string& target,
                  const nlohmann::json& body, std::optional<Revision> revision, const Headers& headers) {
  Headers all = headers;
  all.emplace("content-type", "application/json");
  all.emplace("idempotency-key", system_random().token());
  if (revision) all.emplace("if-match", "\"r" + std::to_string(revision->value) + "\"");
  return send(actor, method, target, body.is_null() ? "" : body.dump(), all);
}

void Desk::break_off(const api::Actor& actor, http::Method method, const std::string& target,
                     std::string_view part, const Headers& headers) {
  auto plan = open(actor, method, target, headers);
  REQUIRE(plan.sink);
  plan.sink->write(part);
}

}  // namespace guong::entries::test
