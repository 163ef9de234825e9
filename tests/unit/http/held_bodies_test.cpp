// What bodies on their way may hold of the memory, streamed or collected.
#include "unit/http/running.h"

namespace guong::http {
namespace {

constexpr int kPatience = 60'000;  // ms: sanitizers are slow

TEST_CASE("many streams that send slowly are given to their sinks in smaller pieces than a few") {
  const Running running(options([](ServerOptions& o) { o.stream_memory = 1 << 20; }));
  std::vector<RawClient> clients;
  for (int i = 0; i < 64; ++i) {
    clients.push_back(running.client());
    clients.back().send("PATCH /counted HTTP/1.1\r\nHost: t\r\nContent-Length: 1000000\r\n\r\n");
  }
  for (const auto& client : clients) client.send(pattern(20'000));
  constexpr std::size_t kGiven = 64UL * 16 * 1024;
  const auto& given = running.dispatcher->counted;
  for (int waited = 0; given < kGiven && waited < kPatience; waited += 10)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(given >= kGiven);
}

TEST_CASE("a client whose bodies hold much is told to come later, and its small requests go on") {
  const Running running(options([](ServerOptions& o) { o.body_memory_per_client = 250'000; }));
  const auto head = [](int length) {
    return "POST /length HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
  };
  {
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
      clients.push_back(running.client());
      clients.back().send(head(300'000) + pattern(220'000));
    }
    int refused = 0;
    RawClient* held = nullptr;  // there is room for one of them, whichever came first
    for (auto& client : clients) {
      const bool told = client.read_until("failure", 5000).starts_with("HTTP/1.1 503");
      refused += told ? 1 : 0;
      if (!told) held = &client;
    }
    REQUIRE(refused == 2);
    CHECK(running.answer(head(60'000) + pattern(60'000)).find("60000;") != std::string::npos);
    held->send(pattern(80'000));
    CHECK(held->read_until("300000;", kPatience).starts_with("HTTP/1.1 200"));
  }
  // What was answered holds nothing any more.
  auto third = running.client();
  third.send(head(260'000) + pattern(260'000));
  CHECK(third.read_until("260000;", kPatience).starts_with("HTTP/1.1 200"));
}

}  // namespace
}  // namespace guong::http
