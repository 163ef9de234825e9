// Converts Beast's head, and refuses what two HTTP parsers could read as different requests (request
// smuggling).
#include "http/head.h"

#include "http/target.h"

namespace guong::http {
namespace {

namespace beast = boost::beast;
using beast::http::field;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::get;
    case beast::http::verb::head:
      return Method::head;
    case beast::http::verb::post:
      return Method::post;
    case beast::http::verb::put:
      return Method::put;
    case beast::http::verb::patch:
      return Method::patch;
    case beast::http::verb::delete_:
      return Method::del;
    case beast::http::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

std::string lower_case(beast::string_view name) {
  std::string out(view(name));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

}  // namespace

int head_fault(const Parser& parser) {
  const auto& head = parser.get();
  const auto hosts = head.count(field::host);
  if (hosts > 1 || (hosts == 0 && head.version() >= 11)) return 400;
  const auto codings = head.count(field::transfer_encoding);
  if (codings == 0) return 0;
  // Beast reads "gzip, chunked" as chunks and ignores a lone "gzip", whose body would be read as the next
  // request.
  const bool plain = codings == 1 && beast::iequals(head[field::transfer_encoding], "chunked");
  return plain && head.version() >= 11 && head.count(field::content_length) == 0 ? 0 : 400;
}

Request request_of(const Parser& parser) {
  const auto& head = parser.get();
  Request request;
  request.method = method_of(head.method());
  request.headers.reserve(16);
  for (const auto& line : head.base()) {
    request.headers.emplace_back(lower_case(line.name_string()), std::string(view(line.value())));
  }
  read_target(request, view(head.target()));
  return request;
}

int status_of(const beast::error_code& code) {
  if (code == beast::http::error::header_limit) return 431;
  if (code == beast::http::error::body_limit) return 413;
  return 400;
}

bool expects_continue(const Parser& parser) {
  return beast::iequals(parser.get()[field::expect], "100-continue");
}

}  // namespace guong::http
