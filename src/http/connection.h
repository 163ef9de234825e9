// One connection: bytes in, requests out one after the other, answers back in order. Called by its event
// thread, by the worker pool and by the sender; its mutex keeps them apart, and `gone` keeps them off a
// descriptor that was given back.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "http/core.h"
#include "http/head.h"
#include "http/moment.h"
#include "http/outgoing.h"

namespace guong::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Core& core, int socket, std::string client);

  void input(std::string_view bytes);
  void disconnected();
  /// Looked at by the sweeper: answers 408 or ends the connection when a time limit has passed.
  void check_time(Moment now);
  /// Ends it unless a request is being answered.
  void close_if_idle();

 private:
  enum class State { head, body, answering, closing };
  using Lock = std::unique_lock<std::recursive_mutex>;

  void advance();
  bool read_head();
  void start_request();
  void request_complete();
  void run_pool(WorkerPool& pool, std::function<Response(Request&&)> run);
  Response guarded(const std::function<Response(Request&&)>& run, Request&& request);
  void refuse(int status);
  void answer(Response response, bool close);
  void answered(bool complete);
  void half_close();

  // connection_body.cpp
  void read_more_of_stream();
  bool receive_into_stream();
  bool receive_chunks();
  bool read_body();
  bool read_sized_stream();
  bool read_parsed();
  void count_body(std::size_t bytes);
  bool came(std::size_t bytes);
  bool collect(std::string_view bytes);
  bool body_too_slow(Moment now);

  Core& core_;
  std::recursive_mutex mutex_;  // recursive: the sender may call back at once, on the thread that holds it
  int socket_;
  std::string peer_, client_;  // who is connected; for whom, as a trusted proxy told last
  bool gone_ = false;
  bool counted_ = false;  // in core_.answering
  State state_ = State::head;
  std::string in_;
  std::optional<Parser> parser_;
  Request request_;
  Plan plan_;
  std::unique_ptr<BodyWriter> stream_;            // in place of the plan's sink, once a body begins
  std::optional<std::uint64_t> stream_length_;    // of a streamed body that said it; chunks do not
  std::optional<ClientShares::Share> held_body_;  // of a collected body, until it is answered
  std::uint64_t body_size_ = 0;
  bool keep_alive_ = true;
  bool close_after_ = false;
  bool advancing_ = false;
  Moment since_;               // of the phase; in a body, of the span in which its rate is taken
  Moment body_since_;          // when its head was there
  std::uint64_t in_span_ = 0;  // bytes of the body since `since_`
};

}  // namespace guong::http
