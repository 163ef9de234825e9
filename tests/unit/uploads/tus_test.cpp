// tus headers: what is read, and what is refused.
#include "uploads/tus.h"

#include <catch2/catch.hpp>

namespace guong::uploads {
namespace {

http::Request asking(std::vector<http::Header> headers) {
  http::Request request;
  request.headers = std::move(headers);
  return request;
}

}  // namespace

TEST_CASE("tus headers are read strictly") {
  CHECK(tus::length_header(asking({{"upload-length", "42"}}), "upload-length") == 42);
  for (const char* wrong : {"", "-1", "+1", "4x", "9999999999999999999"}) {
    CHECK_FALSE(tus::length_header(asking({{"upload-length", wrong}}), "upload-length"));
  }
  const auto metadata = tus::metadata("filename cGhpbS5tcDQ=,purpose d29yaw==");
  REQUIRE(metadata);
  CHECK(metadata->at("filename") == "phim.mp4");
  CHECK_FALSE(tus::metadata("filename !!"));
  CHECK_FALSE(tus::checksum("md5 AAAA"));
  CHECK(tus::checksum("sha1 " + std::string("Kq5sNclPz7QV2+lfQIuc6R7oRu0=")));
}

}  // namespace guong::uploads
