// One epoll loop, so that the client costs as little as it can on the machine that it measures.
#include "support/load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "support/smoke.h"

namespace guong::bench {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The size of head and body together, once the head is there.
std::optional<std::size_t> answer_size(std::string_view bytes) {
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  auto at = bytes.substr(0, end).find("\r\nContent-Length: ");
  std::size_t length = 0;
  if (at != std::string_view::npos) std::from_chars(bytes.data() + at + 18, bytes.data() + end, length);
  return end + 4 + length;
}

struct Talker {
  int socket = -1;
  std::string in;
  Clock::time_point sent;
  bool done = false;
};

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) throw std::runtime_error("the server closed a connection");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

class Loop {
 public:
  Loop(std::uint16_t port, int connections, const NextRequest& next)
      : next_(next), talkers_(static_cast<std::size_t>(connections)), poll_(::epoll_create1(0)) {
    for (std::size_t i = 0; i < talkers_.size(); ++i) {
      talkers_[i].socket = connect_to(port);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      ::epoll_ctl(poll_, EPOLL_CTL_ADD, talkers_[i].socket, &event);
    }
  }
  ~Loop() {
    for (const auto& talker : talkers_) ::close(talker.socket);
    ::close(poll_);
  }
  Loop(const Loop&) = delete;

  Load run(double max_seconds) {
    const auto start = Clock::now();
    for (std::size_t i = 0; i < talkers_.size(); ++i) ask(i);
    std::array<epoll_event, 64> events;
    while (working_ > 0 && since(start) < max_seconds) {
      const int n = ::epoll_wait(poll_, events.data(), events.size(), 100);
      for (int i = 0; i < n; ++i) hear(events[static_cast<std::size_t>(i)].data.u64);
    }
    load_.seconds = since(start);
    std::ranges::sort(load_.milliseconds);
    return std::move(load_);
  }

 private:
  void ask(std::size_t i) {
    Talker& talker = talkers_[i];
    if (talker.in.empty() && !talker.done && talker.sent == Clock::time_point()) ++working_;
    const auto request = next_(static_cast<int>(i));
    if (!request) return finish(talker);
    talker.in.clear();
    talker.sent = Clock::now();
    send_all(talker.socket, *request);
  }
  void finish(Talker& talker) {
    talker.done = true;
    --working_;
  }
  void hear(std::size_t i) {
    Talker& talker = talkers_[i];
    if (talker.done) return;
    char buffer[65536];
    const auto n = ::recv(talker.socket, buffer, sizeof buffer, 0);
    if (n <= 0) {
      refused("the server closed a connection");
      return finish(talker);
    }
    talker.in.append(buffer, static_cast<std::size_t>(n));
    const auto size = answer_size(talker.in);
    if (!size || talker.in.size() < *size) return;
    if (talker.in.starts_with("HTTP/1.1 2")) {
      load_.milliseconds.push_back(since(talker.sent) * 1000);
    } else {
      refused(talker.in);
    }
    ask(i);
  }
  void refused(const std::string& what) {
    if (load_.refused++ == 0) load_.first_refusal = what;
  }

  const NextRequest& next_;
  std::vector<Talker> talkers_;
  int poll_;
  int working_ = 0;
  Load load_;
};

}  // namespace

double Load::percentile(double share) const {
  if (milliseconds.empty()) return 0;
  const auto place = static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1) + 0.5);
  return milliseconds[place];
}

int connect_to(std::uint16_t port, std::uint32_t from) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + from);
  if (from != 0 && ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot bind to a loopback address");
  }
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket);
    throw std::runtime_error("cannot connect");
  }
  return socket;
}

Load run_load(std::uint16_t port, int connections, double max_seconds, const NextRequest& next) {
  return Loop(port, connections, next).run(sized(max_seconds, std::min(max_seconds, 1.0)));
}

std::string ask_once(std::uint16_t port, const std::string& request) {
  const int socket = connect_to(port);
  send_all(socket, request);
  std::string answer;
  char buffer[65536];
  for (;;) {
    const auto size = answer_size(answer);
    if (size && answer.size() >= *size) break;
    const auto n = ::recv(socket, buffer, sizeof buffer, 0);
    if (n <= 0) break;
    answer.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(socket);
  return answer;
}

std::string get_request(const std::string& path, const std::string& cookie, const std::string& more) {
  return "GET " + path + " HTTP/1.1\r\nHost: bench\r\n" +
         (cookie.empty() ? "" : "Cookie: " + cookie + "\r\n") + more + "\r\n";
}

std::string json_request(const std::string& method, const std::string& path, const std::string& cookie,
                         const std::string& body, const std::string& more) {
  return method + " " + path +
         " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + (cookie.empty() ? "" : "Cookie: " + cookie + "\r\n") + more +
         "\r\n" + body;
}

std::string_view body_of(std::string_view answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string_view::npos ? std::string_view() : answer.substr(end + 4);
}

void print_load(const std::string& name, const Load& load) {
  std::printf("%-34s %8.0f/s   p50 %6.2f ms   p99 %6.2f ms   (%zu answers)\n", name.c_str(), load.rate(),
              load.percentile(0.5), load.percentile(0.99), load.answers());
  if (load.refused > 0)
    std::printf("  %zu REFUSED, first: %s\n", load.refused, load.first_refusal.substr(0, 600).c_str());
}

}  // namespace guong::bench
