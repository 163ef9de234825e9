// Which peers are trusted proxies, and the client and scheme that their X-Forwarded headers name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/http/message.h"

namespace guong::http {

class TrustedProxies {
 public:
  TrustedProxies() = default;
  /// Addresses and networks: "10.0.0.2", "172.16.0.0/12", "::1". Throws Error{invalid, "http.bad_proxy"}.
  explicit TrustedProxies(const std::vector<std::string>& texts);

  /// Sets `client` and `secure` of a request that came from `peer`.
  void apply(Request& request, const std::string& peer) const;

 private:
  using Address = std::array<std::uint8_t, 16>;  // IPv4 as ::ffff:a.b.c.d
  struct Network {
    Address address;
    int bits;
  };
  static std::optional<Address> parse(std::string_view text);
  bool contains(const Address& address) const;
  std::vector<Network> networks_;
};

}  // namespace guong::http
