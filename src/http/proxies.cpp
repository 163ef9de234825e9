// X-Forwarded-For is read from its end: only what trusted proxies added there can be believed.
#include "http/proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "guong/base/error.h"

namespace guong::http {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

/// Takes the last item off a comma list.
std::string_view take_last(std::string_view& list) {
  const auto comma = list.rfind(',');
  const auto item = comma == std::string_view::npos ? list : list.substr(comma + 1);
  list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
  return trimmed(item);
}

/// All values of a header as one list: a proxy may add to the client's line or add a line after it.
std::string joined(const Request& request, std::string_view name) {
  std::string all;
  for (const auto& [key, value] : request.headers) {
    if (key != name) continue;
    if (!all.empty()) all += ',';
    all += value;
  }
  return all;
}

}  // namespace

std::optional<TrustedProxies::Address> TrustedProxies::parse(std::string_view text) {
  const std::string terminated(text);
  Address address{};
  if (::inet_pton(AF_INET6, terminated.c_str(), address.data()) == 1) return address;
  address[10] = address[11] = 0xff;
  if (::inet_pton(AF_INET, terminated.c_str(), address.data() + 12) == 1) return address;
  return std::nullopt;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    const std::string_view all = text;
    const auto slash = std::min(all.find('/'), all.size());
    const auto address = parse(all.substr(0, slash));
    const bool v4 = all.substr(0, slash).find(':') == std::string_view::npos;
    int bits = v4 ? 32 : 128;
    if (slash < all.size()) {
      const auto [end, error] = std::from_chars(all.data() + slash + 1, all.data() + all.size(), bits);
      if (error != std::errc() || end != all.data() + all.size()) bits = -1;
    }
    if (!address || bits < 0 || bits > (v4 ? 32 : 128))
      throw Error(ErrorKind::invalid, "http.bad_proxy", {{"proxy", text}});
    networks_.push_back({*address, v4 ? bits + 96 : bits});
  }
}

bool TrustedProxies::contains(const Address& address) const {
  const auto same_bits = [&](const Network& network) {
    const auto whole = static_cast<std::size_t>(network.bits / 8);
    if (!std::equal(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(whole),
                    network.address.begin()))
      return false;
    const int rest = network.bits % 8;
    return rest == 0 || ((address[whole] ^ network.address[whole]) >> (8 - rest)) == 0;
  };
  return std::any_of(networks_.begin(), networks_.end(), same_bits);
}

/// The client is the last address of the chain that is not a trusted proxy: what stands before it, the client
/// may have made up.
void TrustedProxies::apply(Request& request, const std::string& peer) const {
  request.client = peer;
  if (networks_.empty()) return;
  const auto peer_address = parse(peer);
  if (!peer_address || !contains(*peer_address)) return;
  const std::string chain = joined(request, "x-forwarded-for");
  std::string_view rest = chain;
  while (!rest.empty()) {
    const auto item = take_last(rest);
    const auto address = parse(item);
    if (!address) break;
    request.client = item;
    if (!contains(*address)) break;
  }
  const std::string protocols = joined(request, "x-forwarded-proto");
  std::string_view list = protocols;
  request.secure = take_last(list) == "https";
}

}  // namespace guong::http
