// The server on a free port with a dispatcher that answers what its tests ask for.
#pragma once

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <future>
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

/// Counts what all of its kind are given.
class CountingSink : public BodySink {
 public:
  explicit CountingSink(std::atomic<std::size_t>& count) : count_(count) {}
  void write(std::string_view bytes) override { count_ += bytes.size(); }
  Response finish(Request&&) override { return {}; }

 private:
  std::atomic<std::size_t>& count_;
};

/// Takes its time to go.
class LingeringSink : public BodySink {
 public:
  explicit LingeringSink(std::atomic<bool>& gone) : gone_(gone) {}
  ~LingeringSink() override {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    gone_ = true;
  }
  void write(std::string_view) override {}
  Response finish(Request&&) override {
    Response r;
    r.body = std::string("done");
    return r;
  }

 private:
  std::atomic<bool>& gone_;
};

/// Ends when a gate opens.
class LateSink : public BodySink {
 public:
  explicit LateSink(std::shared_future<void> opened) : opened_(std::move(opened)) {}
  void write(std::string_view) override {}
  Response finish(Request&&) override {
    opened_.wait();
    Response r;
    r.body = std::string("done");
    return r;
  }

 private:
  std::shared_future<void> opened_;
};

/// Takes its bytes when a gate opens.
class LateWriter : public KeepingSink {
 public:
  LateWriter(std::shared_ptr<Received> to, std::shared_future<void> opened)
      : KeepingSink(std::move(to)), opened_(std::move(opened)) {}
  void write(std::string_view bytes) override {
    opened_.wait();
    KeepingSink::write(bytes);
  }

 private:
  std::shared_future<void> opened_;
};

class TestDispatcher : public Dispatcher {
 public:
  std::atomic<bool> sink_gone = false;
  std::atomic<std::size_t> counted = 0;
  /// What heavy and long work waits for.
  std::shared_ptr<std::promise<void>> gate = std::make_shared<std::promise<void>>();
  std::shared_future<void> opened = gate->get_future().share();

  Plan plan(const Request& head) override {
    Plan plan;
    plan.body_limit = 1000;
    if (head.path.empty()) {
      plan.answer = failure(404, nullptr);
    } else if (head.path == "/echo") {
      plan.run = [](Request&& request) { return text(std::move(request.body)); };
    } else if (head.path == "/length") {
      plan.body_limit = 1'000'000;
      plan.run = [](Request&& request) { return text(std::to_string(request.body.size()) + ";"); };
    } else if (head.path == "/late") {
      plan.where = Where::worker_pool;
      plan.run = [](Request&& request) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return text(request.query);
      };
    } else if (head.path == "/when") {
      plan.where = Where::worker_pool;
      plan.run = [](Request&& request) { return text(std::to_string(request.received.micros) + ";"); };
    } else if (head.path == "/heavy") {
      plan.where = Where::heavy_pool;
      plan.run = [this](Request&&) {
        opened.wait();
        return text("done");
      };
    } else if (head.path == "/long-end") {
      plan.sink = std::make_unique<LateSink>(opened);
    } else if (head.path == "/late-writing") {
      plan.sink = std::make_unique<LateWriter>(received, opened);
    } else if (head.path == "/lingering") {
      plan.sink = std::make_unique<LingeringSink>(sink_gone);
    } else if (head.path == "/counted") {
      plan.sink = std::make_unique<CountingSink>(counted);
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

/// The server's options but for what `change` sets.
template <class F>
ServerOptions options(F change) {
  ServerOptions out;
  change(out);
  return out;
}

struct Running {
  explicit Running(ServerOptions options = {}) {
    options.port = 0;
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
