// The server against real sockets and hostile bytes.
#include <atomic>
#include <catch2/catch.hpp>
#include <ctime>
#include <stdexcept>
#include <thread>

#include <sys/syscall.h>

#include "unit/http/running.h"

namespace {
/// By how many seconds somebody has set the machine's clock forward.
std::atomic<std::int64_t> clock_set_forward = 0;
}  // namespace

// Stands in for the C library's in this program.
extern "C" int clock_gettime(clockid_t clock, timespec* out) noexcept {
  const auto result = ::syscall(SYS_clock_gettime, clock, out);
  if (clock == CLOCK_REALTIME) out->tv_sec += clock_set_forward;
  return static_cast<int>(result);
}

namespace guong::http {
namespace {

TEST_CASE("a malformed request is refused, the connection closed, and others are answered") {
  const Running running;
  const std::string big(40'000, 'a');
  const std::tuple<const char*, std::string, int> cases[] = {
      {"a negative length", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n", 400},
      {"a signed length", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: +5\r\n\r\nhello", 400},
      {"a length with letters", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5x\r\n\r\nhello", 400},
      {"two lengths", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
       400},
      {"a length and chunks",
       "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},
      {"a body beyond the limit", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 100000000000000\r\n\r\n",
       413},
      {"a space before the colon", "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding : chunked\r\n\r\n",
       400},
      {"a header without a colon", "GET /a HTTP/1.1\r\nHost: t\r\nnocolon\r\n\r\n", 400},
      {"a zero byte in the target", std::string("GET /a") + '\0' + "b HTTP/1.1\r\nHost: t\r\n\r\n", 400},
      {"headers beyond the limit", "GET /a HTTP/1.1\r\nHost: t\r\nX: " + big + "\r\n\r\n", 431},
      {"no host", "GET /a HTTP/1.1\r\n\r\n", 400},
      {"two hosts", "GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"a coding that hides the length",
       "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip\r\n\r\nhello", 400},
      {"a coding before the chunks",
       "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
      {"chunks of an old client", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"no request at all", "GARBAGE\r\n\r\n", 400},
  };
  for (const auto& [name, bytes, status] : cases) {
    CAPTURE(name);
    auto c = running.client();
    c.send(bytes);
    const auto answer = c.read_all();
    CHECK(answer.starts_with("HTTP/1.1 " + std::to_string(status)));
    CHECK(c.closed_by_peer());
    CHECK(count(running.answer("GET /still HTTP/1.1\r\nHost: t\r\n\r\n"), "/still") == 1);
  }
}

TEST_CASE("a client without a host is understood when it speaks HTTP/1.0") {
  const Running running;
  CHECK(running.answer("GET /old HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 200"));
}

TEST_CASE("a path that cannot be is not found and harms nobody") {
  const Running running;
  for (const std::string& path :
       {std::string("//a"), std::string("//"), std::string("/a/../b"), std::string("/%00"),
        std::string("/a%0ab"), std::string("/%ff"), std::string("/%zz"), std::string(20'000, '/')}) {
    CHECK(running.answer("GET " + path + " HTTP/1.1\r\nHost: t\r\n\r\n").starts_with("HTTP/1.1 404"));
  }
}

TEST_CASE("the answers do not depend on where the bytes are split") {
  const Running running;
  const std::string requests =
      "GET /one HTTP/1.1\r\nHost: x\r\n\r\n"
      "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: "
      "chunked\r\n\r\n5\r\nhello\r\n3\r\nabc\r\n0\r\n\r\n"
      "GET /late?two HTTP/1.1\r\nHost: t\r\n\r\n"
      "POST /upload HTTP/1.1\r\nHost: t\r\nContent-Length: 7\r\n\r\n1234567"
      "GET /last HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n";
  for (std::size_t at = 0; at <= requests.size(); ++at) {
    CAPTURE(at);
    auto c = running.client();
    c.send(std::string_view(requests).substr(0, at));
    if (at % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    c.send(std::string_view(requests).substr(at));
    const auto answer = c.read_all();
    REQUIRE(count(answer, "HTTP/1.1 200 OK") == 5);
    CHECK(answer.find("/one") < answer.find("helloabc"));
    CHECK(answer.find("helloabc") < answer.find("two"));
    CHECK(answer.find("two") < answer.find("7\n"));
    CHECK(answer.find("7\n") < answer.find("/last"));
  }
}

TEST_CASE("a handler that throws anything is answered with 500") {
  const Running running;
  CHECK(running.answer("GET /throws HTTP/1.1\r\nHost: t\r\n\r\n").starts_with("HTTP/1.1 500"));
}

TEST_CASE("what arrived of a broken upload reaches its sink") {
  const Running running;
  {
    auto c = running.client();
    c.send("PATCH /upload HTTP/1.1\r\nHost: t\r\nContent-Length: 100000\r\n\r\n" + std::string(5000, 'x'));
  }
  const auto arrived = [&] {
    const std::lock_guard lock(running.dispatcher->received->mutex);
    return running.dispatcher->received->bytes.size();
  };
  for (int i = 0; i < 1000 && arrived() < 5000; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(arrived() == 5000);
}

TEST_CASE("a client that waits for permission to send is told to go on") {
  const Running running;
  auto c = running.client();
  c.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  CHECK(c.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
  c.send("hello");
  CHECK(c.read_until("hello").find("200 OK") != std::string::npos);
}

TEST_CASE("HEAD tells the length and sends no body") {
  const Running running;
  const auto answer = running.answer("HEAD /abc HTTP/1.1\r\nHost: t\r\n\r\n");
  CHECK(answer.find("Content-Length: 4") != std::string::npos);
  CHECK(answer.ends_with("\r\n\r\n"));
}

TEST_CASE("a sender too slow for its headers is told so and let go") {
  const Running running(options([&](ServerOptions& o) { o.header_time = Duration{300'000}; }));
  auto c = running.client();
  c.send("GET /slow HTT");
  CHECK(c.read_all().starts_with("HTTP/1.1 408"));
}

TEST_CASE("a request is of the moment at which its last byte has come") {
  std::atomic<std::int64_t> now = 1;
  const Running running(options([&](ServerOptions& o) { o.clock = [&] { return Timestamp{now}; }; }));
  for (const std::string& request :
       {std::string("POST /when HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n{}"),
        std::string(
            "POST /when HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")}) {
    auto c = running.client();
    now = 1;
    c.send(request.substr(0, request.size() - 1));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    now = 2;
    c.send(request.substr(request.size() - 1));
    CHECK(c.read_until(";").ends_with("2;"));
  }
}

TEST_CASE("a body that comes too slowly is not waited for, however evenly it drips") {
  const Duration little{300'000};
  const Running running(options([&](ServerOptions& o) {
    o.body_time = little;
    o.body_idle_time = little;
    o.least_rate = 1000;
  }));
  for (const char* path : {"/echo", "/upload"}) {
    CAPTURE(path);
    auto c = running.client();
    c.send(std::string("POST ") + path + " HTTP/1.1\r\nHost: t\r\nContent-Length: 900\r\n\r\n");
    std::string answer;
    for (int i = 0; i < 100 && answer.empty(); ++i) {
      c.send("x");
      answer = c.read_until("\r\n", 30);
    }
    CHECK(answer.starts_with("HTTP/1.1 408"));
  }
}

TEST_CASE("what frames a body has limits: heads of chunks and trailers without end are refused") {
  const Running running;
  const std::string head = "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  const std::string endless(8000, 'a');
  for (const auto& rest : {"5;" + endless, "5\r\nhello\r\n0\r\nX: " + endless,
                           "5\r\nhello\r\n0\r\n" + std::string(3000, ' ') + endless}) {
    auto c = running.client();
    c.send(head + rest);
    const auto answer = c.read_all();
    CHECK((answer.starts_with("HTTP/1.1 431") || answer.starts_with("HTTP/1.1 400")));
    CHECK(c.closed_by_peer());
  }
  CHECK(running.answer(head + "5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n").find("hello") != std::string::npos);
}

TEST_CASE("what took a body is gone when its answer comes: whoever has it may send the next") {
  const Running running;
  auto c = running.client();
  c.send("PATCH /lingering HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\n\r\nx");
  CHECK(c.read_until("done").starts_with("HTTP/1.1 200"));
  CHECK(running.dispatcher->sink_gone);
}

TEST_CASE("heavy work and ends of streams, as many as there are threads, hold up no other answer") {
  const Running running(options([&](ServerOptions& o) {
    o.pool_threads = 1;
    o.heavy_threads = 1;
    o.stream_threads = 1;
  }));
  std::vector<RawClient> clients;
  for (const std::string& request :
       {std::string("GET /heavy HTTP/1.1\r\nHost: t\r\n\r\n"),
        std::string("POST /long-end HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\n\r\nx")})
    for (int i = 0; i < 3; ++i) {
      clients.push_back(running.client());
      clients.back().send(request);
    }
  CHECK(running.answer("GET /late?quick HTTP/1.1\r\nHost: t\r\n\r\n").find("quick") != std::string::npos);
  running.dispatcher->gate->set_value();
  for (auto& client : clients) CHECK(client.read_until("done").starts_with("HTTP/1.1 200"));
}

TEST_CASE("while a streamed body is written others are answered, and every byte of it comes in order") {
  const Running running(options([](ServerOptions& o) { o.event_threads = 1; }));
  const auto body = pattern(1'000'000);
  auto sender = running.client();
  sender.send("PATCH /late-writing HTTP/1.1\r\nHost: t\r\nContent-Length: 1000000\r\n\r\n" +
              body.substr(0, 600'000));
  CHECK(running.answer("GET /quick HTTP/1.1\r\nHost: t\r\n\r\n").find("/quick") != std::string::npos);
  running.dispatcher->gate->set_value();
  sender.send(body.substr(600'000));
  CHECK(sender.read_until("1000000\n").starts_with("HTTP/1.1 200"));
  CHECK((running.dispatcher->received->bytes == body));
}

/// Of all threads of this program so far, in milliseconds.
double processor_time() {
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

TEST_CASE("a client that ended its side and reads nothing costs no processor while it is waited for") {
  Running running;
  running.dispatcher->file = in_file(pattern(8 << 20));
  auto c = running.client(16'384);
  c.send("GET /file HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  CHECK(c.read_until("200 OK").starts_with("HTTP/1.1 200"));
  c.end_sending();
  std::this_thread::sleep_for(std::chrono::milliseconds(300));  // until the socket takes no more
  const double before = processor_time();
  std::this_thread::sleep_for(std::chrono::seconds(1));
  CHECK(processor_time() - before < 50);
  const auto rest = c.read_all();
  CHECK(rest.size() > (7 << 20));
}

TEST_CASE("setting the machine's clock ends no connection, whether it sends or reads") {
  Running running;
  running.dispatcher->file = in_file(pattern(8 << 20));
  auto slow = running.client(16'384);
  slow.send("GET /file HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  auto half = running.client();
  half.send("GET /one HTTP/1.1\r\nHost: t\r\n\r\nGET /half HTT");
  CHECK(half.read_until("/one").ends_with("/one"));
  clock_set_forward = 3600;
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));  // sweeper and sender have looked
  clock_set_forward = 0;
  half.send("P/1.1\r\nHost: t\r\n\r\n");
  CHECK(half.read_until("/half").starts_with("HTTP/1.1 200"));
  CHECK(slow.read_all().size() > (8 << 20));
}

TEST_CASE("a late answer never reaches the connection that took its client's place") {
  const Running running;
  std::atomic<int> wrong{0}, right{0};
  const auto visit = [&](int first) {
    for (int i = first; i < first + 1500; ++i) {
      auto c = running.client();
      if (!c.connected()) continue;
      c.send("GET /late?number=" + std::to_string(i) + "; HTTP/1.1\r\nHost: t\r\n\r\n");
      if (i % 3 != 0) continue;  // leaves before the answer
      const auto answer = c.read_until(";");
      ++(answer.ends_with("number=" + std::to_string(i) + ";") ? right : wrong);
    }
  };
  std::vector<std::thread> visitors;
  for (int t = 0; t < 4; ++t) visitors.emplace_back(visit, t * 100'000);
  for (auto& visitor : visitors) visitor.join();
  CHECK(wrong == 0);
  CHECK(right == 4 * 500);
}

TEST_CASE("many idle connections cost no answer") {
  const Running running;
  std::vector<RawClient> idle;
  for (int i = 0; i < 5000; ++i) {
    idle.push_back(running.client());
    if (!idle.back().connected()) break;  // the system allows no more
  }
  CHECK(idle.size() > 400);
  CHECK(count(running.answer("GET /awake HTTP/1.1\r\nHost: t\r\n\r\n"), "/awake") == 1);
}

}  // namespace
}  // namespace guong::http
