// Whose word about the client's address counts.
#include "http/proxies.h"

#include <catch2/catch.hpp>

#include "guong/base/error.h"

namespace guong::http {
namespace {

struct Seen {
  std::string client;
  bool secure;
  bool operator==(const Seen&) const = default;
};

Seen seen(const TrustedProxies& proxies, const std::string& peer, const std::vector<std::string>& chain,
          const std::string& protocol = "") {
  Request request;
  for (const auto& line : chain) request.headers.emplace_back("x-forwarded-for", line);
  if (!protocol.empty()) request.headers.emplace_back("x-forwarded-proto", protocol);
  proxies.apply(request, peer);
  return {request.client, request.secure};
}

TEST_CASE("what a stranger says of its address is not believed") {
  CHECK(seen(TrustedProxies(), "203.0.113.5", {"1.2.3.4"}, "https") == Seen{"203.0.113.5", false});
  CHECK(seen(TrustedProxies({"10.0.0.1"}), "203.0.113.5", {"1.2.3.4"}, "https") ==
        Seen{"203.0.113.5", false});
}

TEST_CASE("a trusted proxy tells the client and whether it came by TLS") {
  const TrustedProxies proxies({"127.0.0.1"});
  CHECK(seen(proxies, "127.0.0.1", {"198.51.100.7"}, "https") == Seen{"198.51.100.7", true});
  CHECK(seen(proxies, "127.0.0.1", {"198.51.100.7"}, "http") == Seen{"198.51.100.7", false});
  CHECK(seen(proxies, "127.0.0.1", {}) == Seen{"127.0.0.1", false});
}

TEST_CASE("the client is the last address of the chain that is not a trusted proxy") {
  const TrustedProxies proxies({"127.0.0.1", "10.1.0.0/16", "2001:db8::/32"});
  CHECK(seen(proxies, "127.0.0.1", {"1.1.1.1, 198.51.100.7, 10.1.200.3"}).client == "198.51.100.7");
  CHECK(seen(proxies, "127.0.0.1", {"1.1.1.1", "198.51.100.7,10.1.2.3"}).client == "198.51.100.7");
  CHECK(seen(proxies, "127.0.0.1", {"198.51.100.7, 2001:db8::5"}).client == "198.51.100.7");
  CHECK(seen(proxies, "127.0.0.1", {"10.2.0.1"}).client == "10.2.0.1");
  CHECK(seen(proxies, "127.0.0.1", {"198.51.100.7, nonsense"}).client == "127.0.0.1");
}

TEST_CASE("a proxy that is no address is refused with its name") {
  for (const char* text : {"proxy.local", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "::1/129", ""}) {
    CAPTURE(text);
    try {
      const TrustedProxies accepted({text});
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.key() == "http.bad_proxy");
    }
  }
}

}  // namespace
}  // namespace guong::http
