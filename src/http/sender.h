// The thread that finishes what a socket did not take at once, and every file. It owns a dup() of the socket,
// so that a number given back and taken by the next connection is never written to.
#pragma once

#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

#include "http/moment.h"
#include "http/outgoing.h"

namespace guong::http {

class Sender {
 public:
  explicit Sender(Duration stall_time);
  ~Sender();
  /// Gives up what is under way; what comes afterwards is given up at once.
  void stop();

  /// Takes an answer that is not finished. `done(true)` when all of it has left, `done(false)` when the
  /// client is gone or stalled.
  void finish(int socket, Outgoing out, std::function<void(bool)> done);

 private:
  struct Transfer {
    int socket;
    Outgoing out;
    std::function<void(bool)> done;
    Moment last_progress;
    std::uint64_t last_sent = 0;
  };
  using Transfers = std::list<Transfer>;

  void run();
  void take_new();
  void advance(Transfer* transfer);
  void end(Transfer* transfer, bool complete);
  void drop_stalled(Moment now);

  Duration stall_time_;
  int epoll_ = -1, wake_ = -1;
  std::mutex mutex_;
  std::vector<Transfer> fresh_;
  Transfers transfers_;  // touched by the thread only
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace guong::http
