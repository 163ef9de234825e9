// Prepared answers, conditional requests, query values and cookies.
#include "guong/http/encoding.h"

#include <catch2/catch.hpp>

namespace guong::http {
namespace {

Request asking(std::vector<Header> headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

std::string header_of(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

TEST_CASE("a prepared page is sent in the form that the client asks for") {
  const auto page = prepare(std::string(5000, 'x'), "text/html; charset=utf-8", "public");
  CHECK(header_of(prepared_response(asking({}), page), "Content-Encoding").empty());
  CHECK(header_of(prepared_response(asking({{"accept-encoding", "gzip, deflate"}}), page),
                  "Content-Encoding") == "gzip");
  CHECK(header_of(prepared_response(asking({{"accept-encoding", "gzip, br"}}), page), "Content-Encoding") ==
        "br");
  CHECK(header_of(prepared_response(asking({{"accept-encoding", "br;q=0, gzip"}}), page),
                  "Content-Encoding") == "gzip");
}

TEST_CASE("a client that has the page gets 304 and no body") {
  const auto page = prepare("hello", "text/plain", "public");
  const auto first = prepared_response(asking({}), page);
  const auto again = prepared_response(asking({{"if-none-match", header_of(first, "ETag")}}), page);
  CHECK(again.status == 304);
}

TEST_CASE("query values and cookies are decoded, the first of a name counts") {
  Request request = asking({{"cookie", "a=1; lang=vi; lang=en"}});
  request.query = "q=C%C3%B4+gi%C3%A1o&q=other&empty=";
  CHECK(request.query_value("q") == "Cô giáo");
  CHECK(request.query_value("empty") == "");
  CHECK_FALSE(request.query_value("none"));
  CHECK(request.cookie("lang") == "vi");
}

}  // namespace
}  // namespace guong::http
