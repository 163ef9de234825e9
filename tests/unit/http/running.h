// The server on a free port with a dispatcher that answers what its tests ask for.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "guong/http/server.h"
#include "support/byte_sources.h"
#include "support/raw_client.h"
#include "support/temporary_folder.h"

namespace guong::http {

using test::pattern;
using test::RawClient;

/// What a sink was given, kept after it is gone.
struct Received {
  std::mutex mutex;
  std::string bytes;
};

class KeepingSink : public BodySink {
 public:
  explicit KeepingSink(std::shared_ptr<Received> to) : to_(std::move(to)) {
    const std::lock_guard lock(to_->mutex);
    to_->bytes.clear();
  }
  void write(std::string_view bytes) override {
    const std::lock_guard lock(to_->mutex);
    to_->bytes += bytes;
  }
  Response finish(Request&&) override {
    const std::lock_guard lock(to_->mutex);
    Response r;
    r.body = std::to_string(to_->bytes.size()) + "\n";
    return r;
  }

 private:
  std::shared_ptr<Received> to_;
};

class TestDispatcher : public Dispatcher {
 public:
  Plan plan(const Request& head) override {
    Plan plan;
    plan.body_limit = 1000;
    if (head.path.empty()) {
      plan.answer = failure(404, nullptr);
    } else if (head.path == "/echo") {
      plan.run = [](Request&& request) { return text(std::move(request.body)); };
    } else if (head.path == "/late") {
      plan.where = Where::worker_pool;
      plan.run = [](Request&& request) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return text(request.query);
      };
    } else if (head.path == "/throws") {
      plan.run = [](Request&&) -> Response { throw 42; };
    } else if (head.path == "/upload") {
      plan.sink = std::make_unique<KeepingSink>(received);
    } else if (head.path == "/file") {
      plan.run = [this](Request&& request) { return file_response(request, file, "video/mp4", "\"f\""); };
    } else if (head.path == "/slow-file") {
      plan.run = [this](Request&& request) {
        return file_response(request, slow_file, "video/mp4", "\"s\"");
      };
    } else {
      plan.run = [](Request&& request) { return text(request.path); };
    }
    return plan;
  }
  Response failure(int status, const Request*) override {
    Response r = text("failure");
    r.status = status;
    return r;
  }
  static Response text(std::string body) {
    Response r;
    r.set("Content-Type", "text/plain");
    r.body = std::move(body);
    return r;
  }
  std::shared_ptr<const ByteSource> file, slow_file;
  std::shared_ptr<Received> received = std::make_shared<Received>();
};

struct Running {
  explicit Running(Duration header_time = seconds(10)) {
    ServerOptions options;
    options.port = 0;
    options.header_time = header_time;
    server = std::make_unique<Server>(options, dispatcher);
    server->start();
  }
  RawClient client(int receive_buffer = 0) const { return RawClient(server->port(), receive_buffer); }
  std::string answer(std::string_view bytes, int patience = 300) const {
    auto c = client();
    c.send(bytes);
    return c.read_all(patience);
  }
  std::shared_ptr<TestDispatcher> dispatcher = std::make_shared<TestDispatcher>();
  std::unique_ptr<Server> server;
};

inline int count(std::string_view text, std::string_view part) {
  int n = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// A file of these bytes that has no name any more.
inline std::shared_ptr<const ByteSource> in_file(const std::string& bytes) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "file", std::ios::binary) << bytes;
  return open_file_source(folder.path() / "file");
}

}  // namespace guong::http
