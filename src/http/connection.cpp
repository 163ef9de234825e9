// A state machine: head, body, answering, then head again or closing. Each step goes on as far as the bytes
// reach.
#include "http/connection.h"

#include <sys/socket.h>

#include "guong/base/error.h"

namespace guong::http {
namespace {

/// What a client may send ahead while an answer is under way.
constexpr std::size_t kAheadLimit = 64 * 1024;
/// For the client to read the answer and close its side.
constexpr Duration kClosingTime = seconds(3);

}  // namespace

Connection::Connection(Core& core, int socket, std::string client)
    : core_(core), socket_(socket), peer_(std::move(client)), client_(peer_), since_(moment_now()) {}

void Connection::input(std::string_view bytes) {
  const Lock lock(mutex_);
  if (gone_ || state_ == State::closing) return;
  in_ += bytes;
  if (state_ == State::answering) {
    if (in_.size() > kAheadLimit) ::shutdown(socket_, SHUT_RDWR);
    return;
  }
  advance();
  read_more_of_stream();
}

void Connection::disconnected() {
  const Lock lock(mutex_);
  gone_ = true;
  stream_.reset();
  if (counted_) --core_.answering;
  counted_ = false;
}

/// Reads and answers until the bytes run out. Not recursive: an answer given at once comes back here through
/// the loop.
void Connection::advance() {
  if (advancing_) return;
  advancing_ = true;
  bool more = true;
  while (more && !gone_) {
    switch (state_) {
      case State::head:
        more = !in_.empty() && read_head();
        break;
      case State::body:
        more = read_body();
        break;
      default:
        more = false;
    }
  }
  advancing_ = false;
}

bool Connection::read_head() {
  if (!parser_) {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(core_.options.header_limit));
    parser_->body_limit(UINT64_MAX);  // the limit is the route's; none would refuse every length (Beast 1.74)
    since_ = moment_now();
  }
  boost::beast::error_code error;
  const std::size_t used = parser_->put(boost::asio::const_buffer(in_.data(), in_.size()), error);
  in_.erase(0, used);
  if (error == boost::beast::http::error::need_more) return false;
  if (error) {
    refuse(status_of(error));
    return false;
  }
  if (!parser_->is_header_done()) return used > 0;
  start_request();
  return true;
}

void Connection::start_request() {
  ++core_.answering;
  counted_ = true;
  request_ = request_of(*parser_);
  core_.proxies.apply(request_, peer_);
  client_ = request_.client;
  request_.received = core_.options.clock();
  keep_alive_ = parser_->keep_alive() && !core_.draining;
  body_size_ = in_span_ = 0;
  since_ = body_since_ = moment_now();
  if (const int fault = head_fault(*parser_)) return refuse(fault);
  try {
    plan_ = core_.dispatcher->plan(request_);
  } catch (...) {
    plan_ = {};
    plan_.answer = core_.dispatcher->failure(500, &request_);
  }
  const bool has_body = !parser_->is_done();
  if (plan_.answer) {
    // The body is not read: what follows on this connection could not be told from it.
    answer(std::move(*plan_.answer), has_body);
    return;
  }
  const auto length = parser_->content_length();
  if (!plan_.sink && length && *length > plan_.body_limit) return refuse(413);
  if (plan_.sink)
    stream_ = std::make_unique<BodyWriter>(std::move(plan_.sink), *core_.body_pool, core_.gathering);
  else
    held_body_.emplace(core_.bodies, client_);
  stream_length_.reset();
  if (stream_ && length) stream_length_ = *length;
  state_ = State::body;
  if (has_body && expects_continue(*parser_) && in_.empty()) {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    ::send(socket_, kContinue.data(), kContinue.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  }
}

void Connection::request_complete() {
  state_ = State::answering;
  // Whoever waits for the database afterwards is not late; whoever kept the body back is.
  request_.received = core_.options.clock();
  if (stream_) {
    const auto held = std::make_shared<std::unique_ptr<BodyWriter>>(std::move(stream_));
    return run_pool(*core_.stream_pool, [held](Request&& request) {
      const auto stream = std::move(*held);
      const auto sink = stream->rest();  // gone before the answer is sent
      return sink->finish(std::move(request));
    });
  }
  if (plan_.where == Where::worker_pool) return run_pool(*core_.pool, std::move(plan_.run));
  if (plan_.where == Where::heavy_pool) return run_pool(*core_.heavy_pool, std::move(plan_.run));
  answer(guarded(plan_.run, std::move(request_)), !keep_alive_);
}

Response Connection::guarded(const std::function<Response(Request&&)>& run, Request&& request) {
  try {
    return run(std::move(request));
  } catch (...) {
    return core_.dispatcher->failure(500, nullptr);
  }
}

void Connection::run_pool(WorkerPool& pool, std::function<Response(Request&&)> run) {
  auto self = shared_from_this();
  auto request = std::make_shared<Request>(std::move(request_));
  const bool head_only = request->method == Method::head;
  request_.method = head_only ? Method::head : Method::other;
  const bool queued = pool.post([self, request, run = std::move(run)] {
    Response response = self->guarded(run, std::move(*request));
    const Lock lock(self->mutex_);
    if (self->gone_) return;
    self->answer(std::move(response), !self->keep_alive_);
    self->advance();
  });
  if (!queued) answer(core_.dispatcher->failure(503, request.get()), !keep_alive_);
}

void Connection::refuse(int status) { answer(core_.dispatcher->failure(status, nullptr), true); }

void Connection::answer(Response response, bool close) {
  state_ = State::answering;
  close_after_ = close || !keep_alive_;
  parser_.reset();
  stream_.reset();
  plan_ = {};
  Outgoing out(std::move(response), request_.method == Method::head, close_after_);
  request_ = {};
  // A file always goes to a sender: reading it from disk may block, and this may be an event thread.
  const auto from = out.from();
  const auto progress = from == Outgoing::From::memory ? out.send(socket_) : Outgoing::Progress::more;
  if (progress != Outgoing::Progress::more) return answered(progress == Outgoing::Progress::done);
  // By client, not by who is connected: behind a proxy these are many.
  auto transfer = std::make_shared<ClientShares::Share>(core_.transfers, client_);
  if (!transfer->grow_to(1)) {
    // Each transfer holds a descriptor and memory: a client that reads nothing may not take them all.
    close_after_ = true;
    Outgoing refusal(core_.dispatcher->failure(503, nullptr), false, true);
    return answered(refusal.send(socket_) == Outgoing::Progress::done);
  }
  auto& sender = from == Outgoing::From::reader ? *core_.reading_sender : *core_.sender;
  sender.finish(socket_, std::move(out), [self = shared_from_this(), transfer](bool complete) mutable {
    transfer.reset();
    const Lock lock(self->mutex_);
    if (self->gone_) return;
    self->answered(complete);
    self->advance();
  });
}

void Connection::answered(bool complete) {
  held_body_.reset();
  if (counted_) --core_.answering;
  counted_ = false;
  since_ = moment_now();
  if (!complete) {
    ::shutdown(socket_, SHUT_RDWR);
    state_ = State::closing;
  } else if (close_after_) {
    half_close();
  } else {
    state_ = State::head;
  }
}

/// Ends our side only: closing at once while input is unread would make the client lose the answer.
void Connection::half_close() {
  state_ = State::closing;
  in_.clear();
  ::shutdown(socket_, SHUT_WR);
}

void Connection::check_time(Moment now) {
  // Whoever holds the lock is at work on the connection: it is not idle, and the sweeper must not wait for
  // it.
  const Lock lock(mutex_, std::try_to_lock);
  if (!lock.owns_lock() || gone_) return;
  const auto& o = core_.options;
  const auto over = [&](Duration limit) { return is_over(since_, limit, now); };
  switch (state_) {
    case State::head:
      if (parser_ && over(o.header_time)) return refuse(408);
      if (!parser_ && over(o.keep_alive_time)) ::shutdown(socket_, SHUT_RDWR);
      break;
    case State::body:
      if (body_too_slow(now)) {
        stream_.reset();
        refuse(408);
      }
      break;
    case State::closing:
      if (over(kClosingTime)) ::shutdown(socket_, SHUT_RDWR);
      break;
    case State::answering:
      break;  // the sender has its own limit
  }
}

void Connection::close_if_idle() {
  const Lock lock(mutex_);
  if (!gone_ && state_ == State::head) ::shutdown(socket_, SHUT_RDWR);
}

}  // namespace guong::http
