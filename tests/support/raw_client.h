// A TCP client for tests that send bytes of their own making.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace guong::test {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port, int receive_buffer = 0)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer > 0)
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  RawClient(RawClient&& other) noexcept : socket_(other.socket_), connected_(other.connected_) {
    other.socket_ = -1;
  }
  RawClient(const RawClient&) = delete;
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }

  /// Says that no more will be sent; answers can still be read.
  void end_sending() const { ::shutdown(socket_, SHUT_WR); }
  bool connected() const { return connected_; }
  void send(std::string_view bytes) const {
    (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }

  /// What arrives until `wanted` is in it, the peer closes, or nothing comes for `patience` milliseconds.
  std::string read_until(std::string_view wanted, int patience = 5000) {
    std::string out;
    char buffer[65536];
    while (wanted.empty() || out.find(wanted) == std::string::npos) {
      pollfd event{socket_, POLLIN, 0};
      if (::poll(&event, 1, patience) <= 0) break;
      const auto n = ::recv(socket_, buffer, sizeof buffer, 0);
      if (n <= 0) {
        closed_ = true;
        break;
      }
      out.append(buffer, static_cast<std::size_t>(n));
    }
    return out;
  }
  std::string read_all(int patience = 30'000) { return read_until({}, patience); }
  bool closed_by_peer() const { return closed_; }

 private:
  int socket_;
  bool connected_ = false, closed_ = false;
};

}  // namespace guong::test
