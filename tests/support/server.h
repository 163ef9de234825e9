// The real service in this process: every route, a real socket on a free port, a fresh database and data
// folder, and a clock that tests move. Stops and leaves nothing when it goes.
#pragma once

#include <atomic>

#include "guong/app/service.h"
#include "support/caller.h"
#include "support/raw_client.h"

namespace guong::test {

class TestServer {
 public:
  /// The database must outlive the server.
  explicit TestServer(const TestDatabase& database) : service_(options(database, now_)) { service_.start(); }

  std::uint16_t port() const { return service_.port(); }
  api::Services& services() { return service_.services(); }
  void move_clock(Duration by) { now_ += by.micros; }

  /// The whole answer, head and body, to one request on a connection of its own.
  std::string get(const std::string& path, const std::string& more_headers = "") const {
    RawClient client(port());
    client.send("GET " + path + " HTTP/1.1\r\nHost: test.invalid\r\nConnection: close\r\n" + more_headers +
                "\r\n");
    return client.read_until("");
  }

 private:
  static app::ServiceOptions options(const TestDatabase& database, const std::atomic<std::int64_t>& now) {
    app::ServiceOptions made;
    made.database = database.url();
    made.data = database.folder();
    made.keys = test_keys();
    made.base_url = "https://test.invalid";
    made.http.port = 0;
    made.http.clock = [&now] { return Timestamp{now}; };
    made.upkeep = false;
    return made;
  }

  std::atomic<std::int64_t> now_ = 1'780'000'000'000'000;
  app::Service service_;
};

}  // namespace guong::test
