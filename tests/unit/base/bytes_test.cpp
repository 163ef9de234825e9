// Base64 and hex against RFC 4648.
#include "guong/base/bytes.h"

#include <catch2/catch.hpp>

#include "guong/base/random.h"

using namespace guong;

TEST_CASE("Base64 gives the vectors of RFC 4648") {
  const std::pair<std::string, std::string> rows[] = {{"", ""},
                                                      {"f", "Zg=="},
                                                      {"fo", "Zm8="},
                                                      {"foo", "Zm9v"},
                                                      {"foob", "Zm9vYg=="},
                                                      {"fooba", "Zm9vYmE="},
                                                      {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, encoded] : rows) {
    INFO(plain);
    CHECK(to_base64(plain) == encoded);
    CHECK(from_base64(encoded) == as_bytes(plain));
  }
}

TEST_CASE("Base64url has its own two letters and no padding") {
  const std::string bytes = "\xfb\xff\xfe";
  CHECK(to_base64(bytes) == "+//+");
  CHECK(to_base64url(bytes) == "-__-");
  CHECK(to_base64url("f") == "Zg");
  CHECK(from_base64url("-__-") == as_bytes(bytes));
  CHECK_FALSE(from_base64url("+//+"));
  CHECK_FALSE(from_base64url("Zg=="));
}

TEST_CASE("What is not base64 or hex is refused as a whole") {
  for (const char* text : {"Z", "Zg", "Zg=", "Z===", "Zm9v Zm9v", "Zm9vÄ", "Zg==Zg=="}) {
    INFO(text);
    CHECK_FALSE(from_base64(text));
  }
  for (const char* text : {"0", "0g", "0x", "00 ", "00\n1", "123"}) {
    INFO(text);
    CHECK_FALSE(from_hex(text));
  }
}

TEST_CASE("Hex is written small and read in both cases") {
  CHECK(to_hex(std::string_view("\0\x7f\xff", 3)) == "007fff");
  CHECK(from_hex("007FfF") == Bytes{0, 0x7f, 0xff});
  CHECK(from_hex("") == Bytes{});
}

TEST_CASE("Bytes of every length come back from each text form") {
  SeededRandom random(1);
  for (std::size_t n = 0; n < 70; ++n) {
    const Bytes bytes = random.bytes(n);
    CHECK(from_hex(to_hex(as_text(bytes))) == bytes);
    CHECK(from_base64(to_base64(as_text(bytes))) == bytes);
    CHECK(from_base64url(to_base64url(as_text(bytes))) == bytes);
  }
}
