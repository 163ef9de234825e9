// One HTTP request and one answer, as plain data. No Pistache and no Beast type is visible here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "guong/base/byte_source.h"
#include "guong/base/time.h"

namespace guong::http {

enum class Method { get, head, post, put, patch, del, options, other };
std::string_view method_name(Method m);

using Header = std::pair<std::string, std::string>;
using FixedHeader = std::pair<std::string_view, std::string_view>;

struct Request {
  Method method = Method::get;
  std::string target;  // as sent
  std::string
      path;  // percent-decoded, valid UTF-8, without empty or dot segments resolved away (those answer 404)
  std::string query;            // as sent, without '?'
  std::vector<Header> headers;  // names in lower case
  std::string body;             // empty when the body went to a sink
  std::string client;   // remote address; from X-Forwarded-For only when the peer is a configured proxy
  bool secure = false;  // TLS, as told by a configured proxy
  // When its last byte had arrived: this is "now" for all that the request does. While only the head is there
  // (Dispatcher::plan), when that had.
  Timestamp received;

  std::optional<std::string_view> header(std::string_view lower_case_name) const;
  std::optional<std::string> cookie(std::string_view name) const;
  /// The first value of a query parameter, percent-decoded.
  std::optional<std::string> query_value(std::string_view name) const;
};

/// A range of what is kept somewhere: sent with sendfile where the bytes are those of an open file, else read
/// piece by piece.
struct FileBody {
  std::shared_ptr<const ByteSource> source;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;  // from `offset`
};

/// Bytes made once and sent many times (public pages, assets).
using SharedBody = std::shared_ptr<const std::string>;

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::variant<std::string, SharedBody, FileBody> body;

  Response& set(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

/// Answers a file by Range, If-Range and If-None-Match (200, 206, 304, 416). `etag` is quoted.
Response file_response(const Request& request, std::shared_ptr<const ByteSource> file,
                       std::string_view media_type, std::string_view etag);

std::optional<std::string> percent_decode(std::string_view text);
std::string percent_encode(std::string_view text);

}  // namespace guong::http
