// What the parts of one running server share. Owned by Server::Impl; outlives every connection.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "guong/http/server.h"
#include "http/proxies.h"

namespace guong::http {

class Connection;
class Sender;
class WorkerPool;

struct Core {
  ServerOptions options;
  std::shared_ptr<Dispatcher> dispatcher;
  TrustedProxies proxies;
  std::unique_ptr<Sender> sender;
  std::unique_ptr<Sender> reading_sender;  // of bodies in no file: a slow place must not hold up the others
  std::unique_ptr<WorkerPool> pool, heavy_pool, stream_pool, body_pool;
  std::atomic<bool> draining{false};
  std::atomic<int> answering{0};  // requests read and not yet answered in full

  std::mutex connections_mutex;
  std::unordered_set<std::shared_ptr<Connection>> connections;
  std::mutex transfers_mutex;
  std::unordered_map<std::string, int> transfers;  // bodies under way in the sender, by client
};

}  // namespace guong::http
