// Event threads never wait for a database in another process.
#include <condition_variable>
#include <mutex>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/store/folder_blobs.h"
#include "store/engine.h"
#include "support/caller.h"
#include "support/raw_client.h"

using namespace guong;

namespace {

constexpr int kSlowOnes = 16;

/// Where requests wait, as for a database that answers late.
class Gate {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
  }
  /// False when not so many have come in ten seconds.
  bool have_come(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return waiting_ >= count; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};
Gate* gate = nullptr;

/// A database that says that it is another process.
class FarEngine : public store::Engine {
 public:
  explicit FarEngine(const std::string& url) : inner_(store::open_engine(url)) {}
  void read(const store::ReadFunction& f) override { inner_->read(f); }
  void write(const store::WriteFunction& f, int attempt) override { inner_->write(f, attempt); }
  void backup_to(const std::string& file) override { inner_->backup_to(file); }
  void forget_deleted() override { inner_->forget_deleted(); }
  bool is_sqlite() const override { return false; }
  bool is_in_process() const override { return false; }
  const store::Dialect& dialect() const override { return inner_->dialect(); }

 private:
  std::unique_ptr<store::Engine> inner_;
};

http::Response answer_late(api::ReadCall&) {
  gate->wait();
  return api::json_answer({{"late", true}});
}
http::Response answer_quickly(api::ReadCall& call) {
  return api::json_answer(
      {{"one", call.read([](store::Reader& reader) { return reader.number("select 1"); })}});
}
http::Response act(api::WriteCall&) { return api::json_answer({{"done", true}}); }

/// Whoever has a cookie is looked for in vain, and late.
api::Actor find_late(store::Reader&, const http::Request&) {
  gate->wait();
  return {};
}

}  // namespace

TEST_CASE(
    "Slow reads and slow looks for who asks, as many as there are threads for them, stop no other answer") {
  Gate here;
  gate = &here;
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    database.open();
    store::Store store(std::make_unique<FarEngine>(database.url()));
    store::FolderBlobs blobs(database.folder() / "blobs");
    const auto keys = test::test_keys();
    SeededRandom random{3};
    api::Services services{store, blobs, random, keys, "https://test.invalid"};
    http::ServerOptions options;
    options.port = 0;
    options.pool_threads = 2 * kSlowOnes;
    http::Server server(options,
                        api::make_dispatcher(services,
                                             {api::get("/late", "late", api::kAnyone, answer_late),
                                              api::get("/quick", "quick", api::kAnyone, answer_quickly),
                                              api::slow_get("/slow", "slow", api::kAnyone, answer_quickly),
                                              api::post("/act", "act", api::kAnyone, act)},
                                             find_late));
    server.start();
    const std::string requests[] = {
        "GET /late HTTP/1.1\r\nHost: t\r\n\r\n", "GET /quick HTTP/1.1\r\nHost: t\r\nCookie: a=b\r\n\r\n",
        "GET /slow HTTP/1.1\r\nHost: t\r\nCookie: a=b\r\n\r\n",
        "POST /act HTTP/1.1\r\nHost: t\r\nCookie: a=b\r\nContent-Length: 0\r\n\r\n"};
    std::vector<test::RawClient> clients;
    for (int i = 0; i < kSlowOnes; ++i) {
      clients.emplace_back(server.port());
      clients.back().send(requests[i % std::size(requests)]);
    }
    CHECK(here.have_come(kSlowOnes));
    test::RawClient other(server.port());
    other.send("GET /quick HTTP/1.1\r\nHost: t\r\n\r\n");
    CHECK(other.read_until("\"one\":1").find("200 OK") != std::string::npos);
    here.open();
    for (auto& client : clients) CHECK(client.read_until("}").starts_with("HTTP/1.1 2"));
    server.stop();
  }
}
