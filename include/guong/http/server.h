// The HTTP/1.1 server: sockets and event loops by Pistache's TCP layer, messages parsed by Boost.Beast,
// answers written without ever blocking an event thread. What a request means is decided by a Dispatcher.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/http/message.h"

namespace guong::http {

/// Takes a streamed body in large pieces, in order, on a pool. Destroyed without finish() when the client
/// left or was too slow: what arrived is then kept or dropped as the sink decides. Destroyed before its
/// answer is sent: whoever has the answer may send what comes next.
class BodySink {
 public:
  virtual ~BodySink() = default;
  virtual void write(std::string_view bytes) = 0;  // throws guong::Error to refuse the rest
  /// The body is complete; makes the answer. Runs on the pool of streams.
  virtual Response finish(Request&& request) = 0;
};

/// The heavy pool is for what takes a processor for long (documents, leak checks, hashing of passwords), so that
/// writes do not wait for it; the ends of streams, which wait for disks and look at files, have a third.
enum class Where { event_thread, worker_pool, heavy_pool };

/// What to do with a request whose head has arrived.
struct Plan {
  std::optional<Response> answer;  // already decided (404, 405, 401...); the body is not read
  std::size_t body_limit = 0;      // bytes; above it 413
  std::unique_ptr<BodySink> sink;  // streamed; else the body is collected up to the limit
  Where where = Where::event_thread;
  std::function<Response(Request&&)> run;  // not used with a sink
};

class Dispatcher {
 public:
  virtual ~Dispatcher() = default;
  /// On an event thread, with the head only. Must be quick; may be called by several threads at once.
  virtual Plan plan(const Request& head) = 0;
  /// The answer to something that is not a request this server can read (400, 413, 431, 408...) or to an
  /// exception.
  virtual Response failure(int status, const Request* request) = 0;
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free one
  int event_threads = 2;
  int pool_threads = 16;
  int heavy_threads = 4;
  int stream_threads = 8;
  std::size_t pool_queue_limit = 2048;  // beyond it 503 with Retry-After
  std::size_t header_limit = 32 * 1024;
  Duration header_time = seconds(10);
  Duration body_time = seconds(60);       // for the whole of a body that is collected
  Duration body_idle_time = seconds(30);  // in each such span a streamed body brings `least_rate` a second
  std::uint64_t least_rate = 1024;        // bytes; what is slower is a connection held, not a file sent
  Duration keep_alive_time = seconds(75);
  Duration send_stall_time = seconds(60);
  std::size_t transfers_per_client = 64;
  /// Bytes of bodies that are collected, or their requests under way; beyond them 503. The beginning of each
  /// body is not counted, so that small requests go on.
  std::size_t body_memory_per_client = 32 << 20;
  std::size_t stream_memory = 8 << 20;  // bytes of all streamed bodies that wait to be a piece
  std::vector<std::string> trusted_proxies;
  std::function<Timestamp()> clock = system_now;  // what requests are dated with; time limits have their own
};

class Server {
 public:
  Server(ServerOptions options, std::shared_ptr<Dispatcher> dispatcher);
  ~Server();  // stops
  /// Starts listening and returns; throws Error{unavailable, "http.cannot_listen"}.
  void start();
  std::uint16_t port() const;
  /// Stops accepting, lets what runs finish (30 s), closes.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guong::http
