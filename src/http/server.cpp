// Bridge to Pistache: its TCP layer accepts and reads, everything above it is ours. Starts and stops all
// threads.
#include "guong/http/server.h"

#include <pistache/endpoint.h>
#include <pistache/listener.h>
#include <pistache/peer.h>
#include <pistache/tcp.h>
#include <sys/resource.h>

#include <csignal>
#include <thread>

#include <spdlog/spdlog.h>

#include "guong/base/error.h"
#include "http/connection.h"

namespace guong::http {
namespace {

namespace Tcp = Pistache::Tcp;
constexpr const char* kSlot = "c";
/// That give streamed bodies to their sinks.
constexpr int kBodyThreads = 4;
/// For answers under way when the server stops.
constexpr Duration kDrainTime = seconds(30);

/// What a peer keeps of its connection. The peer alone owns this, so that counting who else holds the
/// connection stays in our code: the thread sanitizer sees no counting within Pistache, and took the last
/// one's end for a race.
struct PeerSlot {
  std::shared_ptr<Connection> connection;
};

/// Pistache's side of the bridge: each worker thread gets a clone.
class TcpHandler : public Tcp::Handler {
 public:
  PROTOTYPE_OF(Tcp::Handler, TcpHandler)

  explicit TcpHandler(Core& core) : core_(core) {}
  // A clone joins a transport of its own: nothing of the base is copied.
  // NOLINTNEXTLINE(bugprone-copy-constructor-init)
  TcpHandler(const TcpHandler& other) : Tcp::Handler(), core_(other.core_) {}

  void onConnection(const std::shared_ptr<Tcp::Peer>& peer) override {
    auto connection =
        std::make_shared<Connection>(core_, static_cast<int>(peer->fd()), peer->address().host());
    peer->putData(kSlot, std::make_shared<PeerSlot>(PeerSlot{connection}));
    const std::lock_guard lock(core_.connections_mutex);
    core_.connections.insert(std::move(connection));
  }

  void onInput(const char* buffer, std::size_t length, const std::shared_ptr<Tcp::Peer>& peer) override {
    try {
      if (const auto connection = find(peer)) connection->input({buffer, length});
    } catch (const std::exception& e) {
      spdlog::error("connection failed: {}", e.what());
    } catch (...) {
      spdlog::error("connection failed");
    }
  }

  void onDisconnection(const std::shared_ptr<Tcp::Peer>& peer) override {
    const auto connection = find(peer);
    if (!connection) return;
    connection->disconnected();
    const std::lock_guard lock(core_.connections_mutex);
    core_.connections.erase(connection);
  }

 private:
  static std::shared_ptr<Connection> find(const std::shared_ptr<Tcp::Peer>& peer) {
    const auto slot = std::static_pointer_cast<PeerSlot>(peer->tryGetData(kSlot));
    return slot ? slot->connection : nullptr;
  }
  Core& core_;
};

/// As many descriptors as the system allows: idle connections cost one each.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) spdlog::warn("descriptor limit stays at {}", before);
}

std::vector<std::shared_ptr<Connection>> all_connections(Core& core) {
  const std::lock_guard lock(core.connections_mutex);
  return {core.connections.begin(), core.connections.end()};
}

}  // namespace

struct Server::Impl {
  explicit Impl(ServerOptions options) : core(std::move(options)) {}

  Core core;
  std::unique_ptr<Tcp::Listener> listener;
  std::thread sweeper;
  std::atomic<bool> stopping{false};
  bool started = false;

  /// Time limits by looking at all connections four times a second: Pistache's TCP layer has no timers, and
  /// the limits are seconds.
  void sweep() {
    while (!stopping) {
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
      const Moment now = moment_now();
      for (const auto& connection : all_connections(core)) connection->check_time(now);
    }
  }
};

Server::Server(ServerOptions options, std::shared_ptr<Dispatcher> dispatcher)
    : impl_(std::make_unique<Impl>(std::move(options))) {
  impl_->core.dispatcher = std::move(dispatcher);
}

Server::~Server() { stop(); }

void Server::start() {
  // sendfile has no flag against it: a client that left would end the process.
  std::signal(SIGPIPE, SIG_IGN);
  raise_descriptor_limit();
  Core& core = impl_->core;
  core.sender = std::make_unique<Sender>(core.options.send_stall_time);
  core.reading_sender = std::make_unique<Sender>(core.options.send_stall_time);
  const auto pool = [&](int threads) {
    return std::make_unique<WorkerPool>(threads, core.options.pool_queue_limit);
  };
  core.pool = pool(core.options.pool_threads);
  core.heavy_pool = pool(core.options.heavy_threads);
  core.stream_pool = pool(core.options.stream_threads);
  core.body_pool = pool(kBodyThreads);
  try {
    impl_->listener = std::make_unique<Tcp::Listener>(
        Pistache::Address(core.options.address, Pistache::Port(core.options.port)));
    auto flags = Pistache::Flags<Tcp::Options>(Tcp::Options::ReuseAddr);
    flags.setFlag(Tcp::Options::NoDelay);
    flags.setFlag(Tcp::Options::CloseOnExec);
    impl_->listener->init(static_cast<std::size_t>(core.options.event_threads), flags);
    impl_->listener->setHandler(std::make_shared<TcpHandler>(core));
    impl_->listener->bind();
    impl_->listener->runThreaded();
  } catch (const std::exception& e) {
    throw Error(
        ErrorKind::unavailable, "http.cannot_listen",
        {{"address", core.options.address + ":" + std::to_string(core.options.port)}, {"reason", e.what()}});
  }
  impl_->sweeper = std::thread([this] { impl_->sweep(); });
  impl_->started = true;
}

std::uint16_t Server::port() const { return static_cast<std::uint16_t>(impl_->listener->getPort()); }

void Server::stop() {
  if (!impl_->started) return;
  impl_->started = false;
  Core& core = impl_->core;
  core.draining = true;
  for (const auto& connection : all_connections(core)) connection->close_if_idle();
  for (const Moment since = moment_now(); core.answering > 0 && !is_over(since, kDrainTime, moment_now());) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  impl_->stopping = true;
  impl_->sweeper.join();
  // Event threads first, then those that answer, descriptors last: nothing may write to one that was closed.
  impl_->listener->shutdown();
  for (auto* pool : {&core.pool, &core.heavy_pool, &core.stream_pool, &core.body_pool}) pool->reset();
  core.sender->stop();
  core.reading_sender->stop();
  for (const auto& connection : all_connections(core)) connection->disconnected();
  impl_->listener.reset();
  core.connections.clear();
}

}  // namespace guong::http
