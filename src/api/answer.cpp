// Answers of the API: status codes, problem documents (RFC 9457), lists with cursors, and the content policy
// that pages share.
#include "guong/api/answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "guong/base/most_faults.h"

namespace guong::api {
namespace {

using nlohmann::json;

struct KindStatus {
  ErrorKind kind;
  int status;
};
constexpr KindStatus kStatuses[] = {
    {ErrorKind::invalid, 422},
    {ErrorKind::malformed, 400},
    {ErrorKind::unauthenticated, 401},
    {ErrorKind::forbidden, 403},
    {ErrorKind::not_found, 404},
    {ErrorKind::conflict, 409},
    {ErrorKind::stale, 412},
    {ErrorKind::too_large, 413},
    {ErrorKind::unsupported_type, 415},
    {ErrorKind::precondition_required, 428},
    {ErrorKind::too_many, 429},
    {ErrorKind::unavailable, 503},
    {ErrorKind::internal, 500},
};

std::string etag(Revision revision) { return "\"r" + std::to_string(revision.value) + "\""; }

std::string text_of(const json& body) { return body.dump(-1, ' ', false, json::error_handler_t::replace); }

/// `more`: members that only this problem has.
http::Response problem_answer(int status, const Error& error, Lang lang, const json& more) {
  json body = {{"type", "urn:guong:problem:" + error.key()},
               {"title", message("api.title_" + std::to_string(status), lang)},
               {"status", status},
               {"detail", message(error.key(), lang, error.params())},
               {"key", error.key()}};
  if (!error.faults().empty()) body["faults"] = faults_json(error.faults(), lang);
  body.update(more);
  auto answer = json_answer(body, status);
  answer.headers[0].second = "application/problem+json";
  answer.set("Content-Language", std::string(lang_code(lang)));
  if (const auto wait = error.params().find("retry_after"); wait != error.params().end())
    answer.set("Retry-After", wait->second);
  if (error.kind() == ErrorKind::unauthenticated) answer.set("WWW-Authenticate", "Cookie realm=\"guong\"");
  return answer;
}

}  // namespace

http::Response json_answer(const json& body, int status) {
  http::Response answer;
  answer.status = status;
  answer.set("Content-Type", "application/json");
  answer.body = text_of(body);
  return answer;
}

http::Response json_answer(const json& body, Revision revision, int status) {
  auto answer = json_answer(body, status);
  answer.set("ETag", etag(revision));
  return answer;
}

http::Response created(const json& body, std::string_view location, Revision revision) {
  auto answer = json_answer(body, revision, 201);
  answer.set("Location", std::string(location));
  return answer;
}

http::Response no_content() {
  http::Response answer;
  answer.status = 204;
  return answer;
}

http::Response list_answer(std::vector<json> items, std::string_view next) {
  json body = {{"items", json::array()}, {"next", nullptr}};
  body["items"].get_ref<json::array_t&>() = std::move(items);
  if (!next.empty()) body["next"] = next;
  return json_answer(body);
}

json faults_json(const std::vector<Fault>& faults, Lang lang) {
  json out = json::array();
  for (const auto& fault : std::span(faults).first(std::min(faults.size(), kMostFaults)))
    out.push_back(
        {{"pointer", fault.pointer}, {"key", fault.key}, {"detail", message(fault.key, lang, fault.params)}});
  return out;
}

std::string content_policy(std::string_view more) {
  return "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; "
         "base-uri 'none'; "
         "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
         "trusted-types svelte-trusted-html ProseMirrorClipboard guong-paste guong-worker" +
         std::string(more);
}

int status_of(ErrorKind kind) {
  for (const auto& row : kStatuses)
    if (row.kind == kind) return row.status;
  return 500;
}

http::Response problem(const Error& error, Lang lang) {
  return problem(status_of(error.kind()), error, lang);
}

http::Response problem(int status, const Error& error, Lang lang) {
  return problem_answer(status, error, lang, json::object());
}

http::Response problem(const Error& error, Lang lang, const json& more) {
  return problem_answer(status_of(error.kind()), error, lang, more);
}

}  // namespace guong::api
