// A load client: keep-alive connections in one event loop, each sending its next request as soon as the last
// is answered.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guong::bench {

struct Load {
  double seconds = 0;
  std::vector<double> milliseconds;  // of each answer 2xx, sorted
  std::size_t refused = 0;           // answers of another status, and connections that broke
  std::string first_refusal;

  std::size_t answers() const { return milliseconds.size(); }
  double rate() const { return static_cast<double>(answers()) / seconds; }
  /// `share` of the answers took at most so long: percentile(0.99).
  double percentile(double share) const;
};

/// The next request of a connection, whole; nothing when the connection has done its part.
using NextRequest = std::function<std::optional<std::string>(int connection)>;

/// Runs until every connection is done or `max_seconds` have passed.
Load run_load(std::uint16_t port, int connections, double max_seconds, const NextRequest& next);

/// One request on a connection of its own; the whole answer.
std::string ask_once(std::uint16_t port, const std::string& request);

/// A connected socket, from another loopback address when `from` is not 0: each is another client to the
/// server.
int connect_to(std::uint16_t port, std::uint32_t from = 0);

/// "GET path" with what every request here carries.
std::string get_request(const std::string& path, const std::string& cookie, const std::string& more = "");
std::string json_request(const std::string& method, const std::string& path, const std::string& cookie,
                         const std::string& body, const std::string& more = "");

std::string_view body_of(std::string_view answer);

/// "name  1,234/s  p50 1.2 ms  p99 3.4 ms", and the first refusal when there was one.
void print_load(const std::string& name, const Load& load);

}  // namespace guong::bench
