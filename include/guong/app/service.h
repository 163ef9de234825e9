// The whole service in one object: database, files, jobs, routes, server. `guong serve` and the tests make
// one.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "guong/api/call.h"
#include "guong/api/route.h"
#include "guong/http/server.h"
#include "guong/ledger/checkpoint.h"
#include "guong/uploads/upload.h"

namespace guong::app {

/// Every route of the program, in one table.
const std::vector<api::Route>& all_routes();

struct ServiceOptions {
  std::string database;
  std::filesystem::path data;  // blobs and temporary files stand below it
  api::Keys keys;
  std::string base_url;
  http::ServerOptions http;
  std::vector<ledger::VerifierKey> witnesses = {};
  std::vector<std::string> witness_urls = {};  // where their add-checkpoint is
  Random* random = &system_random();
  int job_threads = 2;
  uploads::UploadLimits uploads = {};
  bool upkeep = true;  // a thread that signs the ledger's head and forgets what is over
};

class Service {
 public:
  explicit Service(ServiceOptions options);
  ~Service();  // stops
  Service(const Service&) = delete;

  /// Starts listening and returns.
  void start();
  void stop();
  std::uint16_t port() const;
  api::Services& services();
  http::Dispatcher& dispatcher();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guong::app
