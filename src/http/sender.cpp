// One epoll loop over all unfinished answers, woken by an eventfd when a new one comes.
#include "http/sender.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace guong::http {

Sender::Sender(Duration stall_time)
    : stall_time_(stall_time),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.ptr = nullptr;
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
  thread_ = std::thread([this] { run(); });
}

Sender::~Sender() {
  stop();
  ::close(wake_);
  ::close(epoll_);
}

void Sender::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ::eventfd_write(wake_, 1);
  if (thread_.joinable()) thread_.join();
}

void Sender::finish(int socket, Outgoing out, std::function<void(bool)> done) {
  const int own = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
  if (own < 0) return done(false);
  std::unique_lock lock(mutex_);
  if (stopping_) {
    lock.unlock();
    ::close(own);
    return done(false);
  }
  fresh_.push_back({own, std::move(out), std::move(done), moment_now(), 0});
  lock.unlock();
  ::eventfd_write(wake_, 1);
}

void Sender::take_new() {
  std::vector<Transfer> fresh;
  {
    const std::lock_guard lock(mutex_);
    fresh.swap(fresh_);
  }
  for (Transfer& transfer : fresh) {
    transfers_.push_back(std::move(transfer));
    epoll_event event{};
    // Not EPOLLRDHUP: a client that ended its side and reads nothing would wake the loop without end. One
    // that is gone shows as EPOLLHUP, which needs no asking.
    event.events = EPOLLOUT;
    event.data.ptr = &transfers_.back();
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, transfers_.back().socket, &event);
  }
}

void Sender::end(Transfer* transfer, bool complete) {
  ::epoll_ctl(epoll_, EPOLL_CTL_DEL, transfer->socket, nullptr);
  if (!complete) ::shutdown(transfer->socket, SHUT_RDWR);
  ::close(transfer->socket);
  const auto done = std::move(transfer->done);
  transfers_.remove_if([&](const Transfer& t) { return &t == transfer; });
  done(complete);
}

void Sender::advance(Transfer* transfer) {
  const auto progress = transfer->out.send(transfer->socket);
  if (progress != Outgoing::Progress::more) return end(transfer, progress == Outgoing::Progress::done);
  if (transfer->out.sent() != transfer->last_sent) {
    transfer->last_sent = transfer->out.sent();
    transfer->last_progress = moment_now();
  }
}

void Sender::drop_stalled(Moment now) {
  std::vector<Transfer*> stalled;
  for (Transfer& transfer : transfers_) {
    if (is_over(transfer.last_progress, stall_time_, now)) stalled.push_back(&transfer);
  }
  for (Transfer* transfer : stalled) end(transfer, false);
}

void Sender::run() {
  std::array<epoll_event, 64> events{};
  Moment last_look = moment_now();
  for (;;) {
    const int n = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 1000);
    bool woken = false;
    for (int i = 0; i < n; ++i) {
      const auto& event = events[static_cast<std::size_t>(i)];
      if (event.data.ptr == nullptr) {
        eventfd_t count = 0;
        ::eventfd_read(wake_, &count);
        woken = true;
      } else {
        advance(static_cast<Transfer*>(event.data.ptr));
      }
    }
    if (woken) {
      take_new();
      const std::lock_guard lock(mutex_);
      if (stopping_) break;
    }
    if (const Moment now = moment_now(); is_over(last_look, seconds(1), now)) {
      drop_stalled(now);
      last_look = now;
    }
  }
  take_new();  // what came between the last look and the end
  while (!transfers_.empty()) end(&transfers_.front(), false);
}

}  // namespace guong::http
