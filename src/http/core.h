// What the parts of one running server share. Owned by Server::Impl; outlives every connection.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <utility>

#include "guong/http/server.h"
#include "http/body_writer.h"
#include "http/client_shares.h"
#include "http/proxies.h"
#include "http/sender.h"
#include "http/worker_pool.h"

namespace guong::http {

class Connection;

struct Core {
  explicit Core(ServerOptions with)
      : options(std::move(with)),
        proxies(options.trusted_proxies),
        gathering(options.stream_memory),
        transfers(options.transfers_per_client),
        bodies(options.body_memory_per_client) {}

  const ServerOptions options;
  std::shared_ptr<Dispatcher> dispatcher;
  const TrustedProxies proxies;
  // What connections and senders give back when they go stands before them.
  Gathering gathering;
  ClientShares transfers;  // bodies under way in the senders
  ClientShares bodies;     // bytes of collected bodies
  std::unique_ptr<Sender> sender;
  std::unique_ptr<Sender> reading_sender;  // of bodies in no file: a slow place must not hold up the others
  std::unique_ptr<WorkerPool> pool, heavy_pool, stream_pool, body_pool;
  std::atomic<bool> draining{false};
  std::atomic<int> answering{0};  // requests read and not yet answered in full

  std::mutex connections_mutex;
  std::unordered_set<std::shared_ptr<Connection>> connections;
};

}  // namespace guong::http
