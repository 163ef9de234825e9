// Bodies that lie somewhere: in a file, sent with sendfile, or in none, read piece by piece.
#include "unit/http/running.h"

namespace guong::http {
namespace {

std::shared_ptr<const ByteSource> in_memory(const std::string& bytes) {
  return std::make_shared<test::MemorySource>(bytes);
}
/// Where bodies come from: sent with sendfile, and read.
constexpr std::pair<const char*, std::shared_ptr<const ByteSource> (*)(const std::string&)> kPlaces[] = {
    {"a file", in_file}, {"memory", in_memory}};

std::string body_of(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }

TEST_CASE("readers that stall do not hold up others, and get their file when they go on") {
  for (const auto& [place, put_into] : kPlaces) {
    INFO(place);
    Running running;
    const auto bytes = pattern(8 << 20);
    running.dispatcher->file = put_into(bytes);
    std::vector<RawClient> stalled;
    for (int i = 0; i < 50; ++i) {
      stalled.push_back(running.client(16'384));
      stalled.back().send("GET /file HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
    }
    for (int i = 0; i < 20; ++i)
      CHECK(count(running.answer("GET /quick HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n", 5000),
                  "/quick") == 1);
    CHECK((body_of(stalled.front().read_all()) == bytes));
  }
}

/// Takes its time: its readers wait until it is told to give.
class SlowSource : public test::MemorySource {
 public:
  using MemorySource::MemorySource;
  void read(std::uint64_t offset, std::span<char> to) const override {
    gives.wait(false);
    MemorySource::read(offset, to);
  }
  mutable std::atomic<bool> gives = false;
};

TEST_CASE("a body that is slow to read holds up neither files nor other answers") {
  Running running;
  const auto bytes = pattern(8 << 20);
  const auto slow = std::make_shared<SlowSource>(bytes);
  running.dispatcher->file = in_file(bytes);
  running.dispatcher->slow_file = slow;
  auto waiting = running.client();
  waiting.send("GET /slow-file HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  CHECK(waiting.read_until("\r\n\r\n").starts_with("HTTP/1.1 200"));
  CHECK(
      (body_of(running.answer("GET /file HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n", 2000)) == bytes));
  CHECK(count(running.answer("GET /quick HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n", 2000),
              "/quick") == 1);
  slow->gives = true;
  slow->gives.notify_all();
  CHECK((waiting.read_all() == bytes));
}

/// Fails after its beginning.
class FailingSource : public test::MemorySource {
 public:
  using MemorySource::MemorySource;
  void read(std::uint64_t offset, std::span<char> to) const override {
    if (offset > 0) throw std::runtime_error("gone");
    MemorySource::read(offset, to);
  }
};

TEST_CASE("a body that cannot be read to its end is cut off, and others are answered") {
  Running running;
  running.dispatcher->slow_file = std::make_shared<FailingSource>(pattern(8 << 20));
  running.dispatcher->file = in_memory("x");
  auto c = running.client();
  c.send("GET /slow-file HTTP/1.1\r\nHost: t\r\n\r\n");
  CHECK(body_of(c.read_all()).size() < (8 << 20));
  CHECK(c.closed_by_peer());
  CHECK(body_of(running.answer("GET /file HTTP/1.1\r\nHost: t\r\n\r\n")) == "x");
}

TEST_CASE("a file is answered whole, in part, not at all when known, and never beyond its end") {
  for (const auto& [place, put_into] : kPlaces) {
    INFO(place);
    Running running;
    const auto bytes = pattern(1000);
    running.dispatcher->file = put_into(bytes);
    const auto get = [&](const std::string& header) {
      return running.answer("GET /file HTTP/1.1\r\nHost: t\r\n" + header + "\r\n");
    };
    const auto part = [&](const std::string& range, std::size_t first, std::size_t last) {
      const auto answer = get("Range: bytes=" + range + "\r\n");
      CHECK(answer.find("Content-Range: bytes " + std::to_string(first) + "-" + std::to_string(last) +
                        "/1000\r\n") != std::string::npos);
      CHECK((body_of(answer) == bytes.substr(first, last - first + 1)));
    };
    CHECK(get("").find("Content-Length: 1000") != std::string::npos);
    CHECK((body_of(get("")) == bytes));
    part("10-19", 10, 19);
    part("-100", 900, 999);
    part("990-5000", 990, 999);
    CHECK(get("Range: bytes=1000-\r\n").starts_with("HTTP/1.1 416"));
    CHECK(get("Range: bytes=10-19\r\nIf-Range: \"other\"\r\n").starts_with("HTTP/1.1 200"));
    CHECK(get("If-None-Match: \"f\"\r\n").starts_with("HTTP/1.1 304"));
    const auto head = running.answer("HEAD /file HTTP/1.1\r\nHost: t\r\n\r\n");
    CHECK(head.find("Content-Length: 1000") != std::string::npos);
    CHECK(body_of(head).empty());
  }
}

}  // namespace
}  // namespace guong::http
